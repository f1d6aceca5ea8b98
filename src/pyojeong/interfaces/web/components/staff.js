// The staff: a note a beat. Height says pleasant or not, size how strong, flags how stirred; below it the whole text.
const TOP = 40, GAP = 22, LINES = 5; // pixels
const MIDDLE = TOP + 2 * GAP, REACH = 2.6 * GAP; // a valence of 1 stands a little above the highest line
const BARS_TOP = TOP + 4 * GAP + 36, BARS = 34, HEIGHT = BARS_TOP + BARS + 26;
const CLEF = 58, END = 18, NARROWEST = 32;
const SMALLEST = 10, LARGEST = 16, STEM = 32;
const STIRRED = [0.25, 0.5]; // arousal from which a note has one flag, two flags

function curve(points) {
  return points.map(([x, y], n) => {
    if (!n) return `M${x} ${y}`;
    const half = (x - points[n - 1][0]) / 2;
    return `C${points[n - 1][0] + half} ${points[n - 1][1]} ${x - half} ${y} ${x} ${y}`;
  }).join("");
}

export default {
  props: { beats: Array, first: Number, count: Number, chosen: Number, course: Array, page: Number, pages: Number, size: Number, words: Object },
  emits: ["choose"],
  template: `
  <figure class="staff" ref="room">
    <div class="staff-scroll" ref="scroll" tabindex="-1">
      <svg class="staff-sheet" :width="width" height="${HEIGHT}" :viewBox="'0 0 ' + width + ' ${HEIGHT}'" role="img" :aria-label="words['staff-label']">
        <defs><linearGradient id="staff-course" gradientUnits="userSpaceOnUse" :x1="first0" :x2="last0" y1="0" y2="0">
          <stop v-for="(note, n) in notes" :key="n" :offset="(note.x - first0) / Math.max(last0 - first0, 1)" :stop-color="note.colour"></stop></linearGradient></defs>
        <g v-for="(note, n) in notes" :key="'c' + n" class="note-column" :class="{ chosen: note.number === chosen }" :style="{ '--feeling': note.colour }" @click="$emit('choose', note.number)">
          <rect :x="note.left" y="6" :width="note.wide" height="${HEIGHT - 8}" rx="8"></rect>
        </g>
        <path class="staff-lines" :d="lines"></path>
        <path class="staff-bars" :d="barlines"></path>
        <path class="staff-end" :d="'M' + (width - 9) + ' ${TOP}v${4 * GAP}'"></path>
        <path class="staff-thin" :d="'M' + (width - 15) + ' ${TOP}v${4 * GAP}'"></path>
        <svg class="staff-clef" x="6" y="${MIDDLE - 21}" width="42" height="42" viewBox="0 0 32 32"><use href="#mark"></use></svg>
        <path class="staff-arousal" :d="arousal"></path>
        <path class="staff-valence" :d="valence" stroke="url(#staff-course)"></path>
        <g v-for="(note, n) in notes" :key="'n' + n" class="note" :class="{ chosen: note.number === chosen, unsure: note.unsure, own: note.own }"
           :data-number="note.number" :style="{ '--feeling': note.colour }" @click="$emit('choose', note.number)">
          <title>{{ note.label }}</title>
          <path class="note-stem" :d="note.stem"></path>
          <circle :cx="note.x" :cy="note.y" :r="note.r"></circle>
          <svg class="note-face" :x="note.x - note.r" :y="note.y - note.r" :width="2 * note.r" :height="2 * note.r" viewBox="0 0 24 24"><use :href="note.icon"></use></svg>
          <svg v-if="note.own" class="note-own" :x="note.x - 7" y="10" width="14" height="14" viewBox="0 0 24 24"><use href="#sign-pencil"></use></svg>
          <rect class="note-strength" :x="note.x - 7" :y="${BARS_TOP + BARS} - note.tall" width="14" :height="note.tall" rx="3"></rect>
          <text :x="note.x" y="${HEIGHT - 9}">{{ note.number + 1 }}</text>
        </g>
        <text class="staff-axis" x="6" y="${TOP - 12}">{{ words.pleasant }}</text>
        <text class="staff-axis" x="6" y="${TOP + 4 * GAP + 22}">{{ words.unpleasant }}</text>
        <text class="staff-axis" x="6" y="${BARS_TOP + BARS - 4}">{{ words.intensity }}</text>
      </svg>
    </div>
    <div v-if="pages > 1" class="course">
      <button type="button" class="tool bare" :disabled="page === 0" :aria-label="words['page-before']" @click="turn(-1)"><svg class="drawing" aria-hidden="true"><use href="#sign-before"></use></svg></button>
      <div class="course-bars" aria-hidden="true" @click="jumped">
        <i v-for="(bar, n) in course" :key="n" :class="{ unsure: bar.unsure }" :style="{ '--feeling': bar.colour, height: 18 + 82 * bar.intensity + '%' }"></i>
        <b class="course-window" :style="{ left: 100 * first / count + '%', width: 100 * beats.length / count + '%' }"></b>
      </div>
      <button type="button" class="tool bare" :disabled="page === pages - 1" :aria-label="words['page-after']" @click="turn(1)"><svg class="drawing" aria-hidden="true"><use href="#sign-after"></use></svg></button>
      <label class="course-page"><input type="number" min="1" :max="pages" :value="page + 1" :aria-label="words['page-number']" @change="went"><span>/ {{ pages }}</span></label>
    </div>
    <figcaption class="staff-legend"><span><i class="legend-valence"></i>{{ words['legend-valence'] }}</span><span><i class="legend-arousal"></i>{{ words['legend-arousal'] }}</span>
      <span><svg class="drawing" aria-hidden="true"><use href="#sign-pencil"></use></svg>{{ words['score-own'] }}</span>
      <span><svg class="drawing" aria-hidden="true"><use href="#sign-unsure"></use></svg>{{ words.unsure }}</span></figcaption>
  </figure>`,
  data() {
    return { room: 800, watcher: null };
  },
  computed: {
    width() {
      return Math.max(this.room, CLEF + END + NARROWEST * this.beats.length);
    },
    notes() {
      const free = this.width - CLEF - END - NARROWEST * this.beats.length;
      const lengths = this.beats.map((beat) => Math.sqrt(beat.length)); // a long sentence lasts longer, not in proportion
      const total = lengths.reduce((sum, length) => sum + length, 0);
      let left = CLEF;
      return this.beats.map((beat, n) => {
        const wide = NARROWEST + (free * lengths[n]) / total;
        const x = left + wide / 2, y = MIDDLE - REACH * beat.valence;
        const r = SMALLEST + (LARGEST - SMALLEST) * beat.intensity;
        const note = { ...beat, number: this.first + n, left, wide, x, y, r, stem: this.stem(beat, x, y, r), tall: 3 + (BARS - 3) * beat.intensity };
        left += wide;
        return note;
      });
    },
    first0() {
      return this.notes[0]?.x ?? 0;
    },
    last0() {
      return this.notes.at(-1)?.x ?? 0;
    },
    lines() {
      return Array.from({ length: LINES }, (_, n) => `M2 ${TOP + n * GAP}H${this.width - 7}`).join("");
    },
    barlines() {
      return this.notes.filter((note, n) => n && note.gap.includes("\n")).map((note) => `M${note.left} ${TOP}v${4 * GAP}`).join("");
    },
    valence() {
      return curve(this.notes.map((note) => [note.x, note.y]));
    },
    arousal() {
      return curve(this.notes.map((note) => [note.x, MIDDLE - REACH * note.arousal]));
    },
  },
  watch: {
    chosen() {
      this.$nextTick(this.reveal);
    },
    page() {
      this.$nextTick(this.reveal);
    },
  },
  methods: {
    stem(beat, x, y, r) {
      // As in printed music: below the middle line stems go up on the right, above it down on the left; flags to the right.
      const up = y > MIDDLE ? -1 : 1;
      const from = x - up * (r - 1);
      const flags = STIRRED.filter((level) => beat.arousal >= level).length;
      const tip = y + up * (r + STEM);
      const flag = (n) => `M${from} ${tip - up * 8 * n}q1 ${-up * 5} 6 ${-up * 7}t2 ${-up * 8}`;
      return `M${from} ${y}V${tip}` + Array.from({ length: flags }, (_, n) => flag(n)).join("");
    },
    reveal() {
      const note = this.notes[this.chosen - this.first];
      const scroll = this.$refs.scroll;
      if (!note || scroll.scrollWidth <= scroll.clientWidth) return;
      if (note.left < scroll.scrollLeft || note.left + note.wide > scroll.scrollLeft + scroll.clientWidth)
        scroll.scrollTo({ left: note.x - scroll.clientWidth / 2, behavior: "smooth" });
    },
    turn(step) {
      this.$emit("choose", this.first + step * this.size);
    },
    jumped(event) {
      const { left, width } = event.currentTarget.getBoundingClientRect();
      const bar = this.course[Math.min(Math.floor(((event.clientX - left) / width) * this.course.length), this.course.length - 1)];
      this.$emit("choose", bar.first);
    },
    went(event) {
      const page = Math.min(Math.max(Math.round(Number(event.target.value)) || 1, 1), this.pages);
      event.target.value = page;
      this.$emit("choose", Math.min((page - 1) * this.size, this.count - 1));
    },
    measure() {
      this.room = Math.max(this.$refs.room.clientWidth, 260);
    },
  },
  mounted() {
    this.watcher = new ResizeObserver(this.measure);
    this.watcher.observe(this.$refs.room);
    this.measure();
  },
  unmounted() {
    this.watcher.disconnect();
  },
};
