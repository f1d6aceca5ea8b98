// How a person gives a page something: files that are chosen, dropped or pasted, posted to the address of their desk.
export const PICTURES = "image/*,.heic,.heif,.avif";
export const WRITTEN_IN = "textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=file], [type=color])";

export const tooHeavy = (file, megabytes) => file.size > megabytes * 1e6;

// The file chosen in an input; forgotten there, so that the same one may be chosen again.
export function chosenFile(event) {
  const [file] = event.target.files;
  event.target.value = "";
  return file;
}

// The picture that is pasted; none when it is the likeness of a text that somebody pastes where they write.
export function pastedPicture({ clipboardData, target }) {
  if (target.closest?.(WRITTEN_IN) && clipboardData?.getData("text/plain")) return undefined;
  return [...(clipboardData?.files ?? [])].find((file) => file.type.startsWith("image/"));
}

// Key of the sentence that says why `body` was not taken; empty when it was.
export async function refusal(body, address, megabytes = Infinity) {
  if (tooHeavy(body, megabytes)) return "too-heavy";
  try {
    const headers = { "Content-Type": "application/octet-stream" };
    const answer = await fetch(address, { method: "POST", body, headers });
    if (answer.ok) return "";
    return answer.status === 413 ? "too-heavy" : "lost";
  } catch {
    return "lost";
  }
}

// A component that posts what it is given.
export const sending = {
  props: { address: String, limit: Number },
  emits: ["refused"],
  methods: {
    async send(file, address = this.address) {
      const refused = await refusal(file, address, this.limit);
      if (refused) this.$emit("refused", refused);
    },
  },
};

// A component that takes pictures: `picked` hears an input, `dropping` what is dragged over a place and dropped there
// (v-on="dropping"); what is pasted anywhere on the page is heard.
export const takingPictures = {
  mixins: [sending],
  data() {
    return { depth: 0 }; // how many elements of the place something is dragged over
  },
  computed: {
    dropping() {
      return { dragenter: this.entered, dragleave: this.left, dragover: (event) => event.preventDefault(), drop: this.dropped };
    },
  },
  methods: {
    take(file) {
      this.send(file);
    },
    picked(event) {
      const file = chosenFile(event);
      if (file) this.take(file);
    },
    entered(event) {
      event.preventDefault();
      this.depth += 1;
    },
    left() {
      this.depth = Math.max(this.depth - 1, 0);
    },
    dropped(event) {
      event.preventDefault();
      this.depth = 0;
      const [file] = event.dataTransfer.files;
      if (file) this.take(file);
    },
    pasted(event) {
      const file = pastedPicture(event);
      if (!file) return;
      event.preventDefault();
      this.take(file);
    },
  },
  mounted() {
    document.addEventListener("paste", this.pasted);
  },
  unmounted() {
    document.removeEventListener("paste", this.pasted);
  },
};
