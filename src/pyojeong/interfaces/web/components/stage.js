// The photo and its result: a border that can be dragged between them, faces to choose, zoom, and ways in for a photo.
import { PICTURES, WRITTEN_IN, takingPictures } from "sending";

const HOLD_MS = 160; // a shorter press on the photo is a click, not a wish to see the original
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOM_MAX = 6;
const LOUPE_BELOW = 42; // per cent of the picture's height
const LOUPE_MARGIN = 1.25;
const LOUPE_SIDES_PX = [176, 132, 96, 68]; // the largest that covers no face is taken
const LOUPE_GAP_PX = 8;
const LOUPE_EDGE_PX = 16;
const LOUPE_KEY = "pyojeong-loupe";

function remembered() {
  try {
    return localStorage.getItem(LOUPE_KEY) !== "off";
  } catch {
    return true;
  }
}

// Where the two close-ups stand, as a style: in a corner, one beside or below the other, off every face if there is room.
function loupePlace({ view: [width, height], sheet: [wide, high] }, faces, chosen) {
  const [x0, y0] = [(width - wide) / 2, (height - high) / 2];
  const boxes = faces.map(({ number, box: [left, top, w, h] }) => ({
    weight: number === chosen ? 4 : 1, // when a face must be covered, rather another's than the one that is performed
    left: x0 + (left * wide) / 100, top: y0 + (top * high) / 100, w: (w * wide) / 100, h: (h * high) / 100,
  }));
  const edge = width < 620 ? LOUPE_GAP_PX : LOUPE_EDGE_PX;
  let best = null;
  for (const side of LOUPE_SIDES_PX.filter((px) => px <= 0.21 * width || px === LOUPE_SIDES_PX.at(-1)))
    for (const direction of ["column", "row"])
      for (const [right, bottom] of [[0, 0], [1, 0], [0, 1], [1, 1]]) {
        const long = 2 * side + LOUPE_GAP_PX;
        const [w, h] = direction === "row" ? [long, side] : [side, long];
        if (w > width - 2 * edge || h > height - 2 * edge) continue;
        const [left, top] = [right ? width - edge - w : edge, bottom ? height - edge - h : edge];
        const covered = boxes.reduce((sum, face) => sum + face.weight
          * Math.max(0, Math.min(left + w, face.left + face.w) - Math.max(left, face.left))
          * Math.max(0, Math.min(top + h, face.top + face.h) - Math.max(top, face.top)), 0);
        if (!best || covered < best.covered) best = { covered, left, top, side, direction };
      }
  if (!best) return null;
  return { left: `${best.left}px`, top: `${best.top}px`, flexDirection: best.direction, "--side": `${best.side}px` };
}

export default {
  mixins: [takingPictures],
  props: {
    before: String,
    after: String,
    size: Array,
    faces: Array,
    chosen: Number,
    busy: Boolean,
    opening: Boolean,
    undoable: Boolean,
    redoable: Boolean,
    words: Object,
  },
  emits: ["choose", "undo", "redo", "sample", "camera", "sharpen"],
  template: `
  <figure class="stage" :style="{ '--ratio': size[0] / size[1] }" :class="{ dropping: depth > 0, opening, waiting: !ready }" v-on="dropping">
    <div class="stage-view" ref="view" :class="{ grabbable: zoom > 1 }" :tabindex="zoom > 1 ? 0 : -1"
         :aria-label="words.stage" role="group" @keydown="panned" @pointerdown="pressed" @pointermove="moved"
         @pointerup="released" @pointercancel="released" @dblclick="setZoom(zoom > 1 ? 1 : 2.5)"
         @contextmenu="held">
      <div class="stage-sheet" :style="sheetStyle">
        <img v-if="shownAfter" class="stage-after" :src="shownAfter" :alt="words.after" draggable="false">
        <img v-if="before" class="stage-before" :class="{ whole: holding || !shownAfter }" :src="before"
             :alt="words.before" draggable="false" :style="beforeStyle" :aria-hidden="!holding && !comparing">
        <template v-if="!holding">
          <button v-for="face in faces" :key="face.number" type="button" class="stage-face" :class="{ only: faces.length < 2 }"
                  :style="faceStyle(face)" :aria-pressed="String(face.number === chosen)" :aria-label="face.label"
                  @pointerdown.stop @click="$emit('choose', face.number)">
            <span v-if="faces.length > 1" class="stage-face-name" aria-hidden="true">{{ face.number }}</span>
          </button>
        </template>
        <div v-if="comparing && !holding" class="stage-split" role="slider" tabindex="0" :style="{ left: split + '%' }"
             :aria-label="words.split" aria-valuemin="0" aria-valuemax="100" :aria-valuenow="Math.round(split)"
             @pointerdown.stop.prevent="grabSplit" @keydown="stepSplit"><i :style="{ transform: 'scale(' + 1 / zoom + ')' }"></i></div>
      </div>
      <div v-if="magnifying && loupe && !holding && !comparing && zoom === 1" class="stage-loupes" :style="loupe.place" aria-hidden="true">
        <div class="stage-loupe" :style="{ ...loupe.crop, backgroundImage: url(before) }"><b>{{ words.before }}</b></div>
        <div class="stage-loupe" :style="{ ...loupe.crop, backgroundImage: url(shownAfter) }"><b>{{ words.after }}</b></div>
      </div>
      <span v-if="holding || comparing" class="stage-tag left">{{ words.before }}</span>
      <span v-if="comparing && !holding" class="stage-tag right">{{ words.after }}</span>
      <div class="stage-working" :class="{ visible: busy || opening }" aria-hidden="true"><i></i></div>
      <div v-if="depth > 0 || opening" class="stage-veil"><strong>{{ opening ? words.opening : words.drop }}</strong></div>
    </div>
    <figcaption class="stage-tools">
      <div class="tool-group" role="group" :aria-label="words.stage">
        <label class="tool strong" tabindex="-1">
          <svg class="drawing" aria-hidden="true"><use href="#sign-upload"></use></svg><span>{{ words.upload }}</span>
          <input ref="file" class="unseen" type="file" :aria-label="words.upload"
                 accept="${PICTURES}" @change="picked">
        </label>
        <button type="button" class="tool" @click="$emit('camera')" :aria-label="words.camera">
          <svg class="drawing" aria-hidden="true"><use href="#sign-camera"></use></svg><span>{{ words.camera }}</span></button>
        <button type="button" class="tool" @click="$emit('sample')" :aria-label="words.sample">
          <svg class="drawing" aria-hidden="true"><use href="#sign-portrait"></use></svg><span>{{ words.sample }}</span></button>
      </div>
      <div class="tool-group">
        <button type="button" class="tool bare" :disabled="!undoable" @click="$emit('undo')" :aria-label="words.undo" :title="words.undo">
          <svg class="drawing" aria-hidden="true"><use href="#sign-undo"></use></svg></button>
        <button type="button" class="tool bare" :disabled="!redoable" @click="$emit('redo')" :aria-label="words.redo" :title="words.redo">
          <svg class="drawing" aria-hidden="true"><use href="#sign-redo"></use></svg></button>
        <span class="tool-rule"></span>
        <button type="button" class="tool bare hold" :aria-pressed="String(holding)" :aria-label="words.hold" :title="words['hold-hint']"
                @pointerdown.prevent="holding = true" @keydown.space.prevent="holding = true"
                @keydown.enter.prevent="holding = true" @keyup="holding = false" @blur="holding = false">
          <svg class="drawing" aria-hidden="true"><use href="#sign-eye"></use></svg></button>
        <button type="button" class="tool bare compare" :aria-pressed="String(comparing)" @click="comparing = !comparing"
                :aria-label="words.compare" :title="words.compare">
          <svg class="drawing" aria-hidden="true"><use href="#sign-split"></use></svg></button>
        <button v-if="loupe" type="button" class="tool bare magnify" :aria-pressed="String(magnifying)" @click="magnify"
                :aria-label="words.loupe" :title="words.loupe">
          <svg class="drawing" aria-hidden="true"><use href="#sign-loupe"></use></svg></button>
        <label class="zoomer" :title="words.zoom"><svg class="drawing" aria-hidden="true"><use href="#sign-zoom"></use></svg>
          <input type="range" min="1" :max="${ZOOM_MAX}" step="0.1" :value="zoom" :aria-label="words.zoom"
                 :style="{ '--done': 100 * (zoom - 1) / ${ZOOM_MAX - 1} + '%' }"
                 @input="setZoom(Number($event.target.value))"></label>
      </div>
    </figcaption>
  </figure>`,
  data() {
    return {
      shownAfter: "", ready: false, holding: false, comparing: false, split: 50, zoom: 1, pan: [0, 0],
      grip: null, timer: null, magnifying: remembered(), room: null,
    };
  },
  watch: {
    after: { handler: "preload", immediate: true },
    before() {
      this.shownAfter = "";
      this.setZoom(1);
    },
  },
  computed: {
    sheetStyle() {
      const [x, y] = this.pan;
      return { transform: `translate(${x}px, ${y}px) scale(${this.zoom})` };
    },
    loupe() {
      // A face that is small in the picture is shown once more, cut out of the same two images.
      const face = this.faces.find(({ number }) => number === this.chosen);
      if (!face || !this.shownAfter) return null;
      const [left, top, width, height] = face.box;
      if (height > LOUPE_BELOW) return null;
      const [w, h] = this.size;
      const side = LOUPE_MARGIN * Math.max((width * w) / 100, (height * h) / 100);
      const along = (start, length, whole) => {
        const from = Math.min(Math.max((start + length / 2) / 100 - side / whole / 2, 0), Math.max(1 - side / whole, 0));
        return 100 * (from / Math.max(1 - side / whole, 1e-6));
      };
      const crop = {
        backgroundSize: `${(100 * w) / side}% ${(100 * h) / side}%`,
        backgroundPosition: `${along(left, width, w)}% ${along(top, height, h)}%`,
      };
      const place = this.room && loupePlace(this.room, this.faces, this.chosen);
      return place && { crop, place };
    },
    beforeStyle() {
      if (this.holding || !this.shownAfter) return {};
      return { clipPath: `inset(0 ${this.comparing ? 100 - this.split : 100}% 0 0)` };
    },
  },
  methods: {
    preload(address) {
      if (!address) return;
      const image = new Image();
      image.src = address;
      // Swapped only when decoded, and only if still the newest: otherwise a drag would flicker.
      image.decode().then(() => { if (address === this.after) { this.shownAfter = address; this.ready = true; } }, () => {});
    },
    url(address) {
      return address ? `url("${address}")` : "none";
    },
    faceStyle({ box }) {
      const [left, top, width, height] = box;
      return { left: left + "%", top: top + "%", width: width + "%", height: height + "%" };
    },
    take(file) {
      this.send(file, `${this.address}?name=${encodeURIComponent(file.name)}`);
    },
    magnify() {
      this.magnifying = !this.magnifying;
      try {
        localStorage.setItem(LOUPE_KEY, this.magnifying ? "on" : "off");
      } catch { /* a browser that keeps nothing still hides them for this visit */ }
    },
    measure() {
      const view = this.$refs.view;
      const sheet = view.querySelector(".stage-sheet");
      this.room = { view: [view.clientWidth, view.clientHeight], sheet: [sheet.offsetWidth, sheet.offsetHeight] };
    },
    undone(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.(WRITTEN_IN)) return;
      const key = event.key.toLowerCase();
      const redo = key === "y" || (key === "z" && event.shiftKey);
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (redo ? this.redoable : this.undoable) this.$emit(redo ? "redo" : "undo");
    },
    setZoom(zoom) {
      this.zoom = Math.min(Math.max(zoom, 1), ZOOM_MAX);
      this.panTo(this.pan);
      if (zoom > 1) this.$emit("sharpen");
    },
    panTo([x, y]) {
      const sheet = this.$refs.view?.querySelector(".stage-sheet");
      if (!sheet) return;
      const reach = [sheet.offsetWidth, sheet.offsetHeight].map((side) => (side * (this.zoom - 1)) / 2);
      this.pan = [x, y].map((value, axis) => Math.min(Math.max(value, -reach[axis]), reach[axis]));
    },
    panned(event) {
      const arrow = ARROWS[event.key];
      if (!arrow || this.zoom === 1 || event.target !== this.$refs.view) return;
      event.preventDefault();
      this.panTo([this.pan[0] - 40 * arrow[0], this.pan[1] - 40 * arrow[1]]);
    },
    pressed(event) {
      if (event.button !== 0) return;
      if (this.zoom > 1) {
        this.$refs.view.setPointerCapture(event.pointerId);
        this.grip = { x: event.clientX - this.pan[0], y: event.clientY - this.pan[1] };
      } else {
        this.timer = setTimeout(() => { this.holding = true; }, HOLD_MS);
      }
    },
    moved(event) {
      if (this.grip?.split) {
        const box = this.$refs.view.querySelector(".stage-sheet").getBoundingClientRect();
        this.split = Math.min(Math.max((100 * (event.clientX - box.left)) / box.width, 0), 100);
      } else if (this.grip) {
        this.panTo([event.clientX - this.grip.x, event.clientY - this.grip.y]);
      }
    },
    released() {
      clearTimeout(this.timer);
      this.holding = false;
      this.grip = null;
    },
    held(event) {
      if (this.holding) event.preventDefault();
    },
    grabSplit(event) {
      event.currentTarget.focus();
      this.$refs.view.setPointerCapture(event.pointerId);
      this.grip = { split: true };
    },
    stepSplit(event) {
      const ends = { Home: 0, End: 100 };
      const step = ARROWS[event.key]?.[0] * (event.shiftKey ? 10 : 2);
      if (event.key in ends) this.split = ends[event.key];
      else if (step) this.split = Math.min(Math.max(this.split + step, 0), 100);
      else return;
      event.preventDefault();
    },
  },
  mounted() {
    this.watcher = new ResizeObserver(this.measure);
    this.watcher.observe(this.$refs.view);
    this.watcher.observe(this.$refs.view.querySelector(".stage-sheet"));
    document.addEventListener("keydown", this.undone);
    window.addEventListener("pointerup", this.released);
  },
  unmounted() {
    this.watcher.disconnect();
    document.removeEventListener("keydown", this.undone);
    window.removeEventListener("pointerup", this.released);
  },
};
