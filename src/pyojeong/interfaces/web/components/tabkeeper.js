// Keeps in this tab which desk it has and what stands on it, so that a reload loses nothing.
const PAUSE_MS = 400;
const RETURNING = "returning"; // nothing is shown before what was there is there again
const LONGEST_RETURN_MS = 8000;

export default {
  props: { kept: String, desk: String, address: String, arrived: Boolean, revision: Number },
  emits: ["arrived"],
  template: `<span hidden></span>`,
  data() {
    return { timer: null };
  },
  watch: {
    revision: "soon",
    arrived: "settle",
  },
  methods: {
    soon() {
      clearTimeout(this.timer);
      if (this.arrived) this.timer = setTimeout(this.keep, PAUSE_MS);
    },
    settle() {
      if (!this.arrived) return;
      document.documentElement.classList.remove(RETURNING);
      this.soon();
    },
    async keep() {
      const answer = await fetch(`${this.address}/draft`).catch(() => null); // the page says itself when the server is gone
      if (answer?.ok) sessionStorage.setItem(this.kept, JSON.stringify({ desk: this.desk, draft: await answer.text() }));
    },
  },
  mounted() {
    if (this.arrived) return this.settle();
    const kept = JSON.parse(sessionStorage.getItem(this.kept) ?? "null");
    if (kept) {
      document.documentElement.classList.add(RETURNING);
      setTimeout(() => document.documentElement.classList.remove(RETURNING), LONGEST_RETURN_MS);
    }
    this.$emit("arrived", kept);
  },
  unmounted() {
    clearTimeout(this.timer);
  },
};
