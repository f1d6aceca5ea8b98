// The film before it is made: a picture of any moment, and its lines one after another with the pictures that go with them.
// One picture is asked for at a time, the newest wish next.
import { hush, listen } from "listening";

const TICK = 0.1;
const OPENED = 1.5; // the title is there, over the first place

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export default {
  props: { address: String, mark: String, seconds: Number, scenes: Array, lines: Array, at: Number, ratio: Number, hushed: Boolean, words: Object },
  emits: ["scene"],
  template: `
  <div class="scrubber">
    <div class="scrubber-view" :style="{ '--ratio': ratio }">
      <img v-show="shown" :src="shown" :alt="words['story-still-alt'] + ' ' + clock(place)" @load="done(true)" @error="done(false)">
      <p v-if="!shown" class="hint">{{ words[mark ? 'story-still-drawing' : 'story-still-waiting'] }}</p>
      <i v-if="(asking || !mark) && !playing" class="scrubber-busy" aria-hidden="true"></i>
    </div>
    <div class="scrubber-bar">
      <button type="button" class="tool strong scrubber-play" :disabled="!mark" :aria-label="words[playing ? 'story-pause' : 'story-play']" :title="words[playing ? 'story-pause' : 'story-play']" @click="playing ? pause() : play()">
        <svg class="drawing" aria-hidden="true"><use :href="playing ? '#sign-pause' : '#sign-play'"></use></svg>
      </button>
      <input type="range" min="0" :max="seconds || 1" step="${TICK}" :value="place" :disabled="!mark" :aria-label="words['story-moment']"
             :aria-valuetext="clock(place)" :style="{ '--done': (seconds ? 100 * place / seconds : 0) + '%' }" @input="go(Number($event.target.value))">
      <output>{{ clock(place) }} / {{ clock(seconds || 0) }}</output>
    </div>
    <div class="scrubber-scenes" role="group" :aria-label="words['story-scenes']">
      <button v-for="(scene, number) in scenes" :key="number" type="button" class="chip" :aria-pressed="String(number === scene_at)"
              :aria-label="words['story-scene'] + ' ' + (number + 1)" :title="scene.name" @click="go(scene.start + 1.5)">{{ number + 1 }}</button>
    </div>
  </div>`,
  data() {
    return { place: 0, shown: "", asking: false, again: false, playing: false };
  },
  computed: {
    scene_at() {
      return this.scenes.findLastIndex(({ start }) => start <= this.place);
    },
  },
  watch: {
    mark(mark, before) {
      this.pause();
      if (!before || this.place > (this.seconds || 0)) this.place = Math.min(OPENED, this.seconds || 0);
      if (mark) this.ask();
    },
    at(at) {
      if (at >= 0) this.go(at);
    },
    scene_at(number) {
      this.$emit("scene", number);
    },
    hushed(hushed) {
      if (hushed) this.pause();
    },
  },
  methods: {
    clock,
    go(seconds) {
      this.pause();
      this.show(seconds);
    },
    show(seconds) {
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
    done(painted) {
      this.asking = false;
      if (!painted) this.shown = ""; // why, the page says
      if (!this.again) return;
      this.again = false;
      this.ask();
    },
    // A line that is being said is the clock; between two lines it is the browser's.
    play() {
      if (this.place >= this.seconds) this.place = 0;
      this.playing = true;
      this.rest();
    },
    rest() {
      this.since = { place: this.place, time: performance.now() };
      this.next = this.lines.find(({ end }) => end > this.place + TICK);
      this.audio = null;
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(this.tick);
    },
    tick() {
      if (!this.playing) return;
      if (this.audio) this.show(Math.max(this.place, this.line.start + this.audio.currentTime));
      else this.show(this.since.place + (performance.now() - this.since.time) / 1000);
      if (!this.audio && this.next && this.place >= this.next.start) this.say(this.next);
      if (this.place >= this.seconds) return this.pause();
      this.frame = requestAnimationFrame(this.tick);
    },
    say(line) {
      this.line = line;
      const ended = () => {
        if (this.line !== line || !this.playing) return;
        this.place = Math.max(this.place, line.end);
        this.rest();
      };
      this.audio = listen(`${this.address}/lines/${line.number}.wav?${this.mark}`, ended, Math.max(0, this.place - line.start));
    },
    pause() {
      if (!this.playing) return;
      this.playing = false;
      cancelAnimationFrame(this.frame);
      this.line = this.audio = null;
      hush();
    },
  },
  mounted() {
    if (this.seconds) this.place = Math.min(this.at >= 0 ? this.at : OPENED, this.seconds);
    if (this.mark) this.ask();
  },
  unmounted() {
    this.pause();
  },
};
