// The picture with its faces, or the webcam: frames go out one at a time, the next when the last answer came.
import { PICTURES, takingPictures, tooHeavy } from "sending";

const FRAME_PX = 480; // longer side of a frame
const FRAME_QUALITY = 0.8;
const SLOWEST_MS = 5000; // an answer later than this will not come
const LEAST_GAP_MS = 33; // no camera shows more than 30 frames a second
const RATE_OVER_MS = 2000;

const later = (ms) => new Promise((done) => setTimeout(done, ms));

export default {
  mixins: [takingPictures],
  props: { source: String, size: Array, faces: Array, chosen: Number, busy: Boolean, words: Object },
  emits: ["choose", "live", "sample", "refused"],
  template: `
  <figure class="viewer" :style="{ '--ratio': ratio }" v-on="dropping">
    <div class="viewer-view" :class="{ empty: !source && !stream, live: stream }">
      <div v-if="source || stream" class="viewer-sheet" role="group" :aria-label="words['faces-picture']">
        <video v-if="stream" ref="video" autoplay playsinline muted></video>
        <img v-else :src="source" :alt="words['faces-picture']" draggable="false">
        <button v-for="face in outlines" :key="face.number" type="button" class="viewer-face" :style="face.place"
                :aria-pressed="String(face.number === current)" :aria-label="face.label" @click="choose(face.number)">
          <span v-if="outlines.length > 1" aria-hidden="true">{{ face.number }}</span></button>
        <p v-if="stream && answer && !outlines.length" class="viewer-nobody">{{ words['faces-nobody'] }}</p>
      </div>
      <p v-else class="viewer-empty"><svg class="drawing" aria-hidden="true"><use href="#sign-portrait"></use></svg>{{ words['faces-empty'] }}</p>
      <p v-if="stream" class="viewer-rate"><i aria-hidden="true"></i><span>{{ rate ? words['faces-rate'].replace('{rate}', rate) : words['faces-waking'] }}</span></p>
      <div v-if="depth > 0 || busy" class="stage-veil"><strong>{{ busy ? words.opening : words.drop }}</strong></div>
      <div class="stage-working" :class="{ visible: busy }" aria-hidden="true"><i></i></div>
    </div>
    <p v-if="problem" class="camera-problem" role="alert">{{ words[problem] }}</p>
    <figcaption class="viewer-tools" role="group" :aria-label="words['faces-source']">
      <label class="tool" :class="{ strong: !stream }" tabindex="-1">
        <svg class="drawing" aria-hidden="true"><use href="#sign-upload"></use></svg><span>{{ words.upload }}</span>
        <input class="unseen" type="file" :aria-label="words.upload" accept="${PICTURES}" :disabled="busy" @change="picked">
      </label>
      <button type="button" class="tool viewer-camera" :class="{ strong: stream }" :aria-pressed="String(Boolean(stream))" :disabled="busy || starting" @click="stream ? stop() : start()">
        <svg class="drawing" aria-hidden="true"><use :href="stream ? '#sign-close' : '#sign-camera'"></use></svg>
        <span>{{ words[stream ? 'faces-stop' : 'faces-start'] }}</span></button>
      <button v-if="stream" type="button" class="tool viewer-snap" :disabled="!answer" @click="snap">
        <svg class="drawing" aria-hidden="true"><use href="#sign-portrait"></use></svg><span>{{ words['faces-snap'] }}</span></button>
      <button v-else type="button" class="tool" :disabled="busy" @click="$emit('sample')">
        <svg class="drawing" aria-hidden="true"><use href="#sign-portrait"></use></svg><span>{{ words.sample }}</span></button>
    </figcaption>
    <p v-if="stream" class="hint viewer-here"><svg class="drawing" aria-hidden="true"><use href="#sign-lock"></use></svg><span>{{ words['faces-here'] }}</span></p>
  </figure>`,
  data() {
    return { stream: null, starting: false, problem: "", answer: null, followed: null, rate: "", seen: [4, 3] };
  },
  computed: {
    ratio() {
      const [width, height] = this.stream ? this.seen : this.size;
      return width / height;
    },
    current() {
      if (!this.stream) return this.chosen;
      const faces = this.answer?.faces ?? [];
      return (faces.find((face) => face.number === this.followed) ?? faces[0])?.number;
    },
    outlines() {
      const faces = this.stream ? (this.answer?.faces ?? []) : this.faces;
      // The webcam is shown as a mirror, so its outlines are mirrored too; the numbers in them are not.
      const left = ([x, , width]) => (this.stream ? 100 - x - width : x);
      return faces.map(({ number, label, box }) => ({
        number, label, place: { left: `${left(box)}%`, top: `${box[1]}%`, width: `${box[2]}%`, height: `${box[3]}%` },
      }));
    },
  },
  methods: {
    choose(number) {
      if (this.stream) this.followed = number;
      this.$emit("choose", number);
    },
    async start() {
      this.problem = navigator.mediaDevices ? "" : "camera-insecure";
      if (this.problem) return;
      this.starting = true;
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, facingMode: "user" } });
        if (this.gone) return stream.getTracks().forEach((track) => track.stop());
        this.begin(stream);
      } catch (refusal) {
        this.problem = refusal.name === "NotAllowedError" ? "camera-refused" : "camera-absent";
      } finally {
        this.starting = false;
      }
    },
    begin(stream) {
      Object.assign(this, { stream, answer: null, followed: null, rate: "" });
      stream.getVideoTracks()[0].addEventListener("ended", this.stop); // unplugged
      this.$emit("live", true);
      this.$nextTick(() => {
        this.$refs.video.srcObject = stream;
        this.watch(stream);
      });
    },
    stop() {
      if (!this.stream) return;
      this.stream.getTracks().forEach((track) => track.stop());
      this.stream = this.answer = null;
      this.show(null);
      this.$emit("live", false);
    },
    async watch(stream) {
      const times = [];
      while (this.stream === stream) {
        const begun = performance.now();
        const frame = document.hidden ? null : await this.frame(FRAME_PX, "image/jpeg");
        const answer = frame && await this.ask(frame);
        if (this.stream !== stream) return;
        if (answer === false) return this.broken();
        if (answer) {
          times.push(performance.now());
          while (times.length > 2 && times[1] < times.at(-1) - RATE_OVER_MS) times.shift();
          const rate = 1000 * (times.length - 1) / (times.at(-1) - times[0]);
          this.rate = times.length < 2 ? "" : rate.toFixed(rate < 10 ? 1 : 0);
          this.answer = answer;
          this.show(answer.faces.find((face) => face.number === this.current) ?? null);
        }
        await later(Math.max(frame ? 0 : 200, LEAST_GAP_MS - (performance.now() - begun)));
      }
    },
    async frame(side, type) {
      const video = this.$refs.video;
      if (!video?.videoWidth) return null;
      this.seen = [video.videoWidth, video.videoHeight];
      const scale = Math.min(1, side / Math.max(...this.seen));
      const [width, height] = this.seen.map((length) => Math.max(1, Math.round(length * scale)));
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      canvas.getContext("2d").drawImage(video, 0, 0, width, height);
      return new Promise((done) => canvas.toBlob(done, type, FRAME_QUALITY));
    },
    // What the server read; null when a newer frame came first, false when it will not answer.
    async ask(body) {
      try {
        const headers = { "Content-Type": "image/jpeg" };
        const signal = AbortSignal.timeout(SLOWEST_MS);
        const answer = await fetch(`${this.address}/frame`, { method: "POST", body, headers, signal });
        if (answer.status === 204) return null;
        return answer.ok ? await answer.json() : false;
      } catch {
        return false;
      }
    },
    broken() {
      this.stop();
      this.$emit("refused", "faces-unread");
    },
    show(face) {
      document.dispatchEvent(new CustomEvent("pyojeong-live", { detail: { live: Boolean(this.stream), face } }));
    },
    async snap() {
      const picture = await this.frame(Infinity, "image/png");
      this.stop();
      if (picture) this.take(picture);
    },
    pressed(event) {
      if (event.key === "Escape" && this.stream) this.stop();
    },
    take(file) {
      if (this.busy) return;
      this.problem = "";
      if (!tooHeavy(file, this.limit)) this.stop();
      this.send(file, `${this.address}/picture`);
    },
  },
  mounted() {
    document.addEventListener("keydown", this.pressed);
  },
  unmounted() {
    this.gone = true;
    document.removeEventListener("keydown", this.pressed);
    this.stop();
  },
};
