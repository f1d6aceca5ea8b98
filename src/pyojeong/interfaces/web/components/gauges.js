// What one face shows. While the webcam runs it follows the event "pyojeong-live", frame by frame.
const COURSE_MS = 20000;
const SAY_EVERY_MS = 2500; // a screen reader is told no oftener
const WIDTH = 200, HEIGHT = 44; // of the course

export default {
  props: { reading: Object, emotions: Array, words: Object },
  template: `
  <div class="gauges" :class="{ live }" :style="{ '--feeling': colour }">
    <p v-if="!face" class="gauges-none">{{ words['faces-none'] }}</p>
    <template v-else>
      <p v-if="!mood" class="reading-unsure"><svg class="drawing" aria-hidden="true"><use href="#sign-unsure"></use></svg><span>{{ words['faces-no-mood'] }}</span></p>
      <template v-else>
        <div class="gauges-lead">
          <svg class="drawing gauges-face" aria-hidden="true"><use :href="mood.unsure ? '#sign-unsure' : '#face-' + mood.leading"></use></svg>
          <strong>{{ mood.name }}</strong>
          <p class="gauges-certain"><span>{{ words.certainty }}</span><i class="meter" :style="{ '--part': mood.certainty }"></i><b>{{ percent(mood.certainty) }}</b></p>
        </div>
        <div class="gauges-body">
          <ul class="gauges-shares" :aria-label="words['faces-shares']">
            <li v-for="(one, place) in emotions" :key="one.emotion" :class="{ most: one.emotion === mood.leading && !mood.unsure }" :style="{ '--feeling': 'var(--' + one.emotion + ')' }">
              <svg class="drawing" aria-hidden="true"><use :href="'#face-' + one.emotion"></use></svg>
              <span>{{ one.name }}</span><i class="meter" :style="{ '--part': mood.shares[place] }"></i><b>{{ percent(mood.shares[place]) }}</b></li>
          </ul>
          <div class="gauges-plane" role="img" :aria-label="plane">
            <span>{{ words['faces-stirred'] }}</span>
            <div><i :style="{ left: 50 + 42 * mood.valence + '%', top: 50 - 42 * mood.arousal + '%' }"></i></div>
            <p><span>{{ words.unpleasant }}</span><span>{{ words['faces-calm'] }}</span><span>{{ words.pleasant }}</span></p>
          </div>
        </div>
      </template>
      <figure v-if="live" class="gauges-course">
        <figcaption>{{ words['faces-course'] }}</figcaption>
        <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
          <path class="zero" d="M0 ${HEIGHT / 2}H${WIDTH}"></path><path class="line" :d="line"></path></svg>
      </figure>
      <div class="gauges-moves"><h3>{{ words['faces-moves'] }}</h3>
        <ul v-if="face.moves.length" class="chips">
          <li v-for="[name, value] in face.moves" :key="name">{{ name }} <b>{{ percent(value) }}</b></li></ul>
        <p v-else class="hint">{{ words['faces-still'] }}</p>
      </div>
    </template>
    <span class="unseen" role="status">{{ said }}</span>
  </div>`,
  data() {
    return { live: false, seen: null, course: [], said: "", saidAt: 0 };
  },
  computed: {
    face() {
      return this.live ? this.seen : this.reading;
    },
    mood() {
      return this.face?.mood ?? null;
    },
    colour() {
      return this.mood && !this.mood.unsure ? `var(--${this.mood.leading})` : "var(--line-strong)";
    },
    plane() {
      const number = (value) => value.toFixed(1);
      return this.words["faces-plane"].replace("{valence}", number(this.mood.valence)).replace("{arousal}", number(this.mood.arousal));
    },
    line() {
      const now = this.course.at(-1)?.at ?? 0;
      const points = this.course.map(({ at, valence }) => {
        const x = WIDTH * (1 - (now - at) / COURSE_MS), y = HEIGHT / 2 * (1 - 0.9 * valence);
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      });
      return points.length > 1 ? `M${points.join("L")}` : "";
    },
  },
  methods: {
    percent(share) {
      return `${Math.round(100 * share)}%`;
    },
    follow({ detail: { live, face } }) {
      if (live !== this.live) Object.assign(this, { course: [], said: "", seen: null });
      this.live = live;
      if (!face?.mood) return;
      this.seen = face;
      const now = performance.now();
      this.course.push({ at: now, valence: face.mood.valence });
      while (this.course[0].at < now - COURSE_MS) this.course.shift();
      if (face.mood.name !== this.said && now - this.saidAt > SAY_EVERY_MS) Object.assign(this, { said: face.mood.name, saidAt: now });
    },
  },
  mounted() {
    document.addEventListener("pyojeong-live", this.follow);
  },
  unmounted() {
    document.removeEventListener("pyojeong-live", this.follow);
  },
};
