// The lines that were read, each a box to write in; words the reader doubted are underlined until they are corrected.
const PAUSE_MS = 200;

export default {
  props: { lines: Array, chosen: Number, disabled: Boolean },
  emits: ["write", "choose"],
  template: `
  <ol class="lines">
    <li v-for="(line, number) in lines" :key="number" class="line" :class="{ chosen: number === chosen }">
      <span class="line-number" aria-hidden="true">{{ number + 1 }}</span>
      <span class="line-sheet">
        <span class="line-marks" aria-hidden="true"><template v-for="piece in pieces(number)"><mark v-if="piece.doubtful">{{ piece.text }}</mark>
          <template v-else>{{ piece.text }}</template></template>&#8203;</span>
        <textarea rows="1" lang="ko" spellcheck="false" v-model="written[number]" :aria-label="line.label" :disabled="disabled"
                  @focus="$emit('choose', number)" @input="changed(number)" @keydown="moved($event, number)"></textarea>
      </span>
      <span class="meter" aria-hidden="true" :title="line.label" :style="{ '--part': line.confidence }"></span>
    </li>
  </ol>`,
  data() {
    return { written: this.lines.map(({ text }) => text), timers: {} };
  },
  watch: {
    lines(lines) {
      // What is being written here is newer than what comes back.
      lines.forEach(({ text }, number) => { if (!(number in this.timers)) this.written[number] = text; });
      this.written.length = lines.length;
    },
    chosen(number) {
      const row = this.$el.children[number];
      row?.scrollIntoView({ block: "nearest" });
      if (row && !this.$el.contains(document.activeElement)) row.querySelector("textarea").focus({ preventScroll: true });
    },
  },
  methods: {
    pieces(number) {
      const doubtful = new Set(this.lines[number].doubtful);
      return (this.written[number] ?? "").split(/(\s+)/).map((text) => ({ text, doubtful: doubtful.has(text) }));
    },
    changed(number) {
      this.written[number] = this.written[number].replace(/\n/g, " ");
      clearTimeout(this.timers[number]);
      this.timers[number] = setTimeout(() => {
        delete this.timers[number];
        this.$emit("write", { line: number, text: this.written[number] });
      }, PAUSE_MS);
    },
    moved(event, number) {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.$el.children[number + (event.shiftKey ? -1 : 1)]?.querySelector("textarea").focus();
    },
  },
};
