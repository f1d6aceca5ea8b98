// Keeps the score in this tab, so that a reload loses nothing; takes files that are dropped and texts that are pasted.
const DRAFT_KEY = "pyojeong-score";
const WRITING_KEY = "pyojeong-score-writing";
const WRITTEN_IN = "textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=file])";

export default {
  props: { desk: String, address: String, arrived: Boolean, composing: Boolean, revision: Number, pause: Number, limit: Number, words: Object },
  emits: ["arrived", "refused", "undo", "redo"],
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
    async send(file) {
      if (!file) return;
      if (file.size > this.limit * 1e6) return this.$emit("refused", "too-heavy");
      try {
        const answer = await fetch(`${this.address}/file?name=${encodeURIComponent(file.name)}`, { method: "POST", body: file });
        if (!answer.ok) this.$emit("refused", answer.status === 413 ? "too-heavy" : "lost");
      } catch {
        this.$emit("refused", "lost");
      }
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
      this.send(file);
    },
    pasted(event) {
      if (event.target.closest?.(WRITTEN_IN)) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData("text/plain");
      if (file) this.send(file);
      else if (text?.trim()) this.send(new File([text], ""));
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
