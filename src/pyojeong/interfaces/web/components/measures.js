// The text as flowing beats. Feelings are dragged onto them or given by number; the cursor says where a beat is split.
const DRAG_PX = 6; // a shorter movement is a click
const LONGEST_HEAD = 12; // letters
const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const letters = (text) => Array.from(text); // the score counts characters, JavaScript halves of some

// The words that decided are marked; the cursor blinks between letters.
const Pieces = {
  props: { list: Array },
  template: `<template v-for="(piece, n) in list" :key="n"><i v-if="piece.caret" class="caret"></i><mark v-else-if="piece.weight > 0"
    :style="{ '--weight': piece.weight }">{{ piece.text }}</mark><template v-else>{{ piece.text }}</template></template>`,
};

export default {
  components: { Pieces },
  props: { beats: Array, tail: String, first: Number, count: Number, chosen: Number, palette: Array, busy: Boolean, words: Object },
  emits: ["choose", "feel", "split", "merge", "louder", "reread"],
  template: `
  <div class="measures" :class="{ busy, dragging: carried }">
    <div class="palette" role="group" :aria-label="words.feelings">
      <button v-for="(one, n) in palette" :key="one.emotion" type="button" class="feeling-chip" :disabled="busy || !beats.length"
              :style="{ '--feeling': one.colour }" :data-emotion="one.emotion" :aria-pressed="String(!!now && !now.unsure && now.icon === one.icon)"
              :aria-label="one.name + ' (' + (n + 1) + ')'" :title="words['score-drag']"
              @pointerdown="grab($event, one)" @click="give(one)">
        <svg class="drawing" aria-hidden="true"><use :href="one.icon"></use></svg><span>{{ one.name }}</span><kbd aria-hidden="true">{{ n + 1 }}</kbd>
      </button>
    </div>
    <div ref="sheet" class="measures-sheet" lang="ko" role="listbox" tabindex="0" :aria-label="words['score-listbox']"
         :aria-activedescendant="'measure-' + here" @keydown="pressed"><template
      v-for="(beat, n) in beats" :key="first + n"><span v-if="/\\n\\s*\\n/.test(beat.gap)" class="measure-blank">{{ beat.gap }}</span><template v-else>{{ beat.gap }}</template><span class="measure" role="option" :id="'measure-' + (first + n)"
        :class="{ unsure: beat.unsure, own: beat.own, over: over === first + n }" :aria-selected="String(first + n === here)"
        :aria-label="beat.label" :data-number="first + n" :style="{ '--feeling': beat.colour, '--part': beat.intensity }"
        @click="clicked($event, first + n)"><span class="measure-head"><svg class="drawing measure-face" aria-hidden="true"><use :href="beat.icon"></use></svg><svg
        v-if="beat.own" class="drawing measure-own" aria-hidden="true"><use href="#sign-pencil"></use></svg><i v-if="beat.speaker"
        class="measure-speaker" :data-name="beat.speaker"></i><pieces :list="parts(beat, n).head"></pieces></span><pieces :list="parts(beat, n).rest"></pieces></span></template>{{ tail }}</div>
    <div v-if="carried" class="feeling-ghost" aria-hidden="true" :style="{ '--feeling': carried.colour, left: at[0] + 'px', top: at[1] + 'px' }">
      <svg class="drawing"><use :href="carried.icon"></use></svg>{{ carried.name }}</div>
  </div>`,
  data() {
    return { here: this.chosen, cursor: null, carried: null, grip: null, at: [0, 0], over: null, dropped: false };
  },
  computed: {
    now() {
      return this.beats[this.here - this.first];
    },
  },
  watch: {
    chosen(number) {
      if (number !== this.here) this.cursor = null;
      this.here = number;
      this.$nextTick(this.reveal);
    },
    beats(after, before) {
      if (after[this.here - this.first]?.length !== before[this.here - this.first]?.length) this.cursor = null;
    },
  },
  methods: {
    pieces(beat, n) {
      if (this.cursor === null || this.first + n !== this.here) return beat.pieces;
      const cut = [];
      let left = this.cursor;
      for (const piece of beat.pieces) {
        const text = letters(piece.text);
        if (left > 0 && left < text.length) {
          cut.push({ ...piece, text: text.slice(0, left).join("") }, { caret: true }, { ...piece, text: text.slice(left).join("") });
        } else if (left === 0) {
          cut.push({ caret: true }, piece);
        } else cut.push(piece);
        left -= text.length;
      }
      if (left === 0) cut.push({ caret: true });
      return cut;
    },
    parts(beat, n) {
      // The first word does not part from the face before it; browsers break beside pictures whatever stands there.
      const head = [], rest = [];
      let room = LONGEST_HEAD;
      for (const piece of this.pieces(beat, n)) {
        const text = piece.text ?? "";
        const space = text.search(/\s/);
        const cut = Math.min(space < 0 ? text.length : space, room);
        if (room > 0 && (piece.caret || cut > 0)) head.push(piece.caret ? piece : { ...piece, text: text.slice(0, cut) });
        if (room <= 0 || cut < text.length) rest.push(room <= 0 ? piece : { ...piece, text: text.slice(cut) });
        room = cut < text.length ? 0 : room - cut;
      }
      return { head, rest };
    },
    clicked(event, number) {
      if (this.dropped) return;
      this.choose(number);
      this.cursor = this.placed(event);
    },
    placed({ clientX, clientY, currentTarget }) {
      const point = document.caretPositionFromPoint?.(clientX, clientY);
      const range = point ? null : document.caretRangeFromPoint?.(clientX, clientY);
      const [node, offset] = point ? [point.offsetNode, point.offset] : [range?.startContainer, range?.startOffset];
      if (!node || !currentTarget.contains(node)) return null;
      const before = document.createRange();
      before.setStart(currentTarget, 0);
      before.setEnd(node, offset);
      return letters(before.toString()).length;
    },
    choose(number) {
      const wanted = Math.min(Math.max(number, 0), this.count - 1);
      if (wanted === this.here) return;
      this.cursor = null;
      if (this.beats[wanted - this.first]) this.here = wanted;
      this.$emit("choose", wanted);
      this.$nextTick(this.reveal);
    },
    reveal() {
      if (document.activeElement === this.$refs.sheet) document.getElementById("measure-" + this.here)?.scrollIntoView({ block: "nearest" });
    },
    pressed(event) {
      if (this.busy || event.ctrlKey || event.metaKey) return;
      const step = STEPS[event.key];
      if (event.shiftKey && (step === 1 || step === -1)) this.moveCursor(step, event.altKey);
      else if (step) this.choose(this.here + step);
      else if (event.altKey) return;
      else if (event.key === "Home") this.choose(0);
      else if (event.key === "End") this.choose(this.count - 1);
      else if (this.palette[Number(event.key) - 1]) this.give(this.palette[Number(event.key) - 1]);
      else if (event.key === "Enter") this.splitHere();
      else if (event.key === "Delete" || event.code === "KeyM") this.$emit("merge");
      else if (event.key === "+" || event.key === "=") this.$emit("louder", 0.05);
      else if (event.key === "-") this.$emit("louder", -0.05);
      else if (event.code === "KeyR") this.$emit("reread");
      else return;
      event.preventDefault();
    },
    moveCursor(step, byLetter) {
      const text = letters(this.now.pieces.map((piece) => piece.text).join(""));
      const stops = text.map((letter, n) => n).filter((n) => n > 0 && (byLetter || (/\s/.test(text[n - 1]) && !/\s/.test(text[n]))));
      const from = this.cursor ?? (step > 0 ? 0 : text.length);
      this.cursor = (step > 0 ? stops.find((n) => n > from) : stops.findLast((n) => n < from)) ?? this.cursor;
    },
    splitHere() {
      if (this.now) this.$emit("split", this.now.start + (this.cursor ?? 0));
    },
    give(one) {
      if (!this.dropped) this.$emit("feel", { number: this.here, emotion: one.emotion });
    },
    grab(event, one) {
      if (event.button || this.busy) return;
      this.dropped = false;
      this.grip = { one, from: [event.clientX, event.clientY] };
      addEventListener("pointermove", this.dragged);
      addEventListener("pointerup", this.dropping);
      addEventListener("pointercancel", this.letGo);
    },
    dragged(event) {
      const [x, y] = this.grip.from;
      if (!this.carried && Math.hypot(event.clientX - x, event.clientY - y) < DRAG_PX) return;
      this.carried = this.grip.one;
      this.at = [event.clientX, event.clientY];
      const target = document.elementFromPoint(event.clientX, event.clientY)?.closest(".measure, .note");
      this.over = target ? Number(target.dataset.number) : null;
    },
    dropping() {
      if (this.carried && this.over !== null) this.$emit("feel", { number: this.over, emotion: this.carried.emotion });
      this.dropped = !!this.carried; // the click that follows is the end of the drag
      setTimeout(() => { this.dropped = false; });
      this.letGo();
    },
    letGo() {
      this.grip = this.carried = this.over = null;
      removeEventListener("pointermove", this.dragged);
      removeEventListener("pointerup", this.dropping);
      removeEventListener("pointercancel", this.letGo);
    },
  },
  unmounted() {
    this.letGo();
  },
};
