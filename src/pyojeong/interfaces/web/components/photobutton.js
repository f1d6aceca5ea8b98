// A button that sends a picture file away; pictures may also be pasted.
const WRITTEN_IN = "textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=file])";

export default {
  props: { address: String, limit: Number, words: Object },
  emits: ["refused"],
  template: `
  <label class="tool strong" tabindex="-1">
    <svg class="drawing" aria-hidden="true"><use href="#sign-upload"></use></svg><span>{{ words['sticker-photo'] }}</span>
    <input class="unseen" type="file" :aria-label="words['sticker-photo']" accept="image/*,.heic,.heif,.avif" @change="picked">
  </label>`,
  methods: {
    picked(event) {
      this.send(event.target.files[0]);
      event.target.value = "";
    },
    pasted(event) {
      const file = [...(event.clipboardData?.files ?? [])].find((f) => f.type.startsWith("image/"));
      if (!file || (event.target.closest?.(WRITTEN_IN) && event.clipboardData.getData("text/plain"))) return;
      event.preventDefault();
      this.send(file);
    },
    async send(file) {
      if (!file) return;
      if (file.size > this.limit * 1e6) return this.$emit("refused", "too-heavy");
      try {
        const headers = { "Content-Type": "application/octet-stream" };
        const answer = await fetch(this.address, { method: "POST", body: file, headers });
        if (!answer.ok) this.$emit("refused", answer.status === 413 ? "too-heavy" : "lost");
      } catch {
        this.$emit("refused", "lost");
      }
    },
  },
  mounted() {
    document.addEventListener("paste", this.pasted);
  },
  unmounted() {
    document.removeEventListener("paste", this.pasted);
  },
};
