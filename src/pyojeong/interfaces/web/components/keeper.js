// Keeps the score in this tab, so that a reload loses nothing; takes files that are dropped and texts that are pasted.
import { WRITTEN_IN, sending } from "sending";

const DRAFT_KEY = "pyojeong-score";
const WRITING_KEY = "pyojeong-score-writing";

export default {
  mixins: [sending],
  props: { desk: String, arrived: Boolean, composing: Boolean, revision: Number, pause: Number, words: Object },
  emits: ["arrived", "undo", "redo"],
  template: `<div v-if="depth > 0" class="score-veil" aria-hidden="true"><strong>{{ words['score-drop'] }}</strong></div>`,
  data() {
    return { depth: 0, timer: null };
  },
  watch: {
    composing(composing) {
      if (!composing) sessionStorage.removeItem(WRITING_KEY); // read, or put aside for the score that is there
    },
    revision() {
      clearTimeout(this.timer);
      this.timer = setTimeout(this.keep, this.pause);
    },
  },
  methods: {
    async keep() {
      try {
        const answer = await fetch(`${this.address}/draft`);
        if (answer.ok) sessionStorage.setItem(DRAFT_KEY, JSON.stringify({ desk: this.desk, draft: await answer.text() }));
      } catch (failure) {
        this.$emit("refused", failure.name === "QuotaExceededError" ? "score-unkept" : "lost");
      }
    },
    async arrive() {
      const kept = JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? "null");
      const writing = sessionStorage.getItem(WRITING_KEY) === null ? "" : "&composing=1";
      if (!kept) return this.$emit("arrived", Boolean(writing));
      const answer = await fetch(`${this.address}/draft?desk=${encodeURIComponent(kept.desk)}${writing}`, { method: "POST", body: kept.draft });
      if (!answer.ok) this.$emit("arrived", Boolean(writing));
    },
    take(file) {
      this.send(file, `${this.address}/file?name=${encodeURIComponent(file.name)}`);
    },
    dragged(event) {
      if (event.dataTransfer?.types.includes("Files")) this.depth += 1;
    },
    left() {
      this.depth = Math.max(this.depth - 1, 0);
    },
    hovered(event) {
      event.preventDefault();
    },
    dropped(event) {
      this.depth = 0;
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      this.take(file);
    },
    pasted(event) {
      if (event.target.closest?.(WRITTEN_IN)) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData("text/plain");
      if (file) this.take(file);
      else if (text?.trim()) this.take(new File([text], ""));
    },
    undone(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.(WRITTEN_IN)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      this.$emit(key === "y" || event.shiftKey ? "redo" : "undo");
    },
    listen(how) {
      for (const [name, heard] of [["dragenter", this.dragged], ["dragleave", this.left], ["dragover", this.hovered], ["drop", this.dropped],
        ["paste", this.pasted], ["keydown", this.undone]]) document[how](name, heard);
    },
  },
  mounted() {
    this.listen("addEventListener");
    if (!this.arrived) this.arrive();
  },
  unmounted() {
    clearTimeout(this.timer);
    this.listen("removeEventListener");
  },
};
