// A tale's lines: who says each, how it is felt, how it sounds. The chosen one shows what can be done with it.
import { hush, listen } from "listening";

const NUMBERS = "12345678";

export default {
  props: { beats: Array, first: Number, count: Number, page: Number, pages: Number, chosen: Number, roles: Array, palette: Array, address: String, marks: Array, words: Object },
  emits: ["choose", "feel", "speak", "merge"],
  template: `
  <div class="tale-lines">
    <ol class="tale-list" :start="first + 1">
      <li v-for="(beat, place) in beats" :key="first + place" class="tale-line" :class="{ chosen: first + place === chosen, unsure: beat.unsure }"
          :style="{ '--feeling': beat.colour, '--part': beat.intensity }" :data-number="first + place" @keydown="key($event, first + place)">
        <button type="button" class="tool bare tale-listen" :aria-label="words['story-listen-line'] + ' ' + (first + place + 1)" :aria-pressed="String(playing === first + place)" @click="hear(first + place)">
          <svg class="drawing" aria-hidden="true"><use :href="playing === first + place ? '#sign-stop' : '#sign-play'"></use></svg>
        </button>
        <select :value="beat.speaker" :aria-label="words['beat-speaker'] + ' ' + (first + place + 1)" @change="$emit('speak', { number: first + place, name: $event.target.value })">
          <option value="">{{ words['story-narrator'] }}</option>
          <option v-for="role in roles" :key="role" :value="role">{{ role }}</option>
        </select>
        <button type="button" class="tale-words" :aria-current="first + place === chosen ? 'true' : null" :aria-label="beat.label" @click="$emit('choose', first + place)">
          <svg class="drawing tale-face" aria-hidden="true"><use :href="beat.icon"></use></svg>
          <span lang="ko">{{ beat.pieces.map((piece) => piece.text).join('') }}</span>
        </button>
        <div v-if="first + place === chosen" class="tale-tools">
          <div class="tale-feelings" role="group" :aria-label="words['feelings']">
            <button v-for="one in palette" :key="one.emotion" type="button" class="chip" :style="{ '--feeling': one.colour }"
                    :aria-pressed="String(!beat.unsure && one.icon === beat.icon)" @click="$emit('feel', { number: chosen, emotion: one.emotion })">
              <svg class="drawing" aria-hidden="true"><use :href="one.icon"></use></svg>{{ one.name }}
            </button>
          </div>
          <button type="button" class="quiet" :disabled="chosen + 1 >= count" @click="$emit('merge')">{{ words['beat-merge'] }}</button>
        </div>
      </li>
    </ol>
    <div v-if="pages > 1" class="course-page">
      <button type="button" class="tool bare" :aria-label="words['page-before']" :disabled="page < 1" @click="turn(-1)"><svg class="drawing" aria-hidden="true"><use href="#sign-before"></use></svg></button>
      <span>{{ page + 1 }} / {{ pages }}</span>
      <button type="button" class="tool bare" :aria-label="words['page-after']" :disabled="page + 1 >= pages" @click="turn(1)"><svg class="drawing" aria-hidden="true"><use href="#sign-after"></use></svg></button>
    </div>
  </div>`,
  data() {
    return { playing: -1, moved: false };
  },
  watch: {
    chosen() {
      if (!this.moved) return;
      this.moved = false;
      this.$nextTick(() => this.$el.querySelector(".chosen .tale-words")?.focus());
    },
  },
  methods: {
    hear(number) {
      if (this.playing === number) return hush();
      listen(`${this.address}/lines/${number}.wav?${this.marks[number - this.first]}`, () => this.playing === number && (this.playing = -1));
      this.playing = number;
    },
    turn(step) {
      const size = Math.max(this.beats.length, Math.ceil(this.count / this.pages));
      this.$emit("choose", step > 0 ? this.first + this.beats.length : Math.max(0, this.first - size));
    },
    key(event, number) {
      if (!event.target.classList.contains("tale-words") || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const one = this.palette[NUMBERS.indexOf(event.key)];
      if (step) {
        this.moved = true;
        this.$emit("choose", number + step);
      } else if (one && NUMBERS.includes(event.key)) this.$emit("feel", { number, emotion: one.emotion });
      else if (event.key === " ") this.hear(number);
      else return;
      event.preventDefault();
    },
  },
  unmounted() {
    hush();
  },
};
