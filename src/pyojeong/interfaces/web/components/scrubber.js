// The film before it is made: a picture of any moment. One picture is asked for at a time, the newest wish next.
const TICK = 0.1;

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export default {
  props: { address: String, mark: String, seconds: Number, scenes: Array, at: Number, ratio: Number, words: Object },
  emits: ["failed"],
  template: `
  <div class="scrubber">
    <div class="scrubber-view" :style="{ '--ratio': ratio }" :class="{ waiting: asking && !shown }">
      <img v-show="shown" :src="shown" :alt="words['story-still-alt'] + ' ' + clock(place)" @load="done(true)" @error="done(false)">
      <p v-if="!shown" class="hint">{{ words[mark ? 'story-still-drawing' : 'story-still-waiting'] }}</p>
      <i v-if="asking" class="scrubber-busy" aria-hidden="true"></i>
    </div>
    <div class="scrubber-bar">
      <input type="range" min="0" :max="seconds || 1" step="${TICK}" :value="place" :disabled="!mark" :aria-label="words['story-moment']"
             :aria-valuetext="clock(place)" :style="{ '--done': (seconds ? 100 * place / seconds : 0) + '%' }" @input="go(Number($event.target.value))">
      <output>{{ clock(place) }} / {{ clock(seconds || 0) }}</output>
    </div>
    <div class="scrubber-scenes" role="group" :aria-label="words['story-scenes']">
      <button v-for="(scene, number) in scenes" :key="number" type="button" class="chip" :aria-pressed="String(number === scene_at)" :title="scene.name" @click="go(scene.start + 1.5)">{{ number + 1 }}</button>
    </div>
  </div>`,
  data() {
    return { place: 0, shown: "", asking: false, again: false };
  },
  computed: {
    scene_at() {
      return this.scenes.findLastIndex(({ start }) => start <= this.place);
    },
  },
  watch: {
    mark(mark) {
      if (this.place > (this.seconds || 0)) this.place = 0;
      if (mark) this.ask();
    },
    at(at) {
      if (at >= 0) this.go(at);
    },
  },
  methods: {
    clock,
    go(seconds) {
      this.place = Math.min(seconds, this.seconds || 0);
      if (this.mark) this.ask();
    },
    ask() {
      if (this.asking) {
        this.again = true;
        return;
      }
      const next = `${this.address}/still.jpg?at=${this.place.toFixed(1)}&of=${this.mark}`;
      if (next === this.shown) return;
      this.asking = true;
      this.shown = next;
    },
    done() {
      this.asking = false;
      if (!this.again) return;
      this.again = false;
      this.ask();
    },
  },
  mounted() {
    if (this.seconds) this.place = this.at >= 0 ? this.at : Math.min(this.scenes[0] ? this.scenes[0].start + 1.5 : 0, this.seconds);
    if (this.mark) this.ask();
  },
};
