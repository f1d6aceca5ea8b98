// A dialogue with the picture of the webcam; what is taken is sent as a PNG, so nothing is lost on the way.
import { sending } from "sending";

export default {
  mixins: [sending],
  props: { words: Object, facing: { type: String, default: "user" } },
  template: `
  <dialog class="camera" :class="facing" ref="dialog" :aria-label="words['camera-title']" @close="stop">
    <h2>{{ words['camera-title'] }}</h2>
    <p v-if="problem" class="camera-problem" role="alert">{{ words[problem] }}</p>
    <video v-else ref="video" autoplay playsinline muted></video>
    <div class="camera-buttons">
      <button type="button" class="tool" @click="$refs.dialog.close()">{{ words['camera-close'] }}</button>
      <button v-if="!problem" type="button" class="tool primary" :disabled="!stream" @click="take">{{ words['camera-take'] }}</button>
    </div>
  </dialog>`,
  data() {
    return { problem: "", stream: null };
  },
  methods: {
    async open() {
      this.problem = navigator.mediaDevices ? "" : "camera-insecure";
      this.$refs.dialog.showModal();
      if (this.problem) return;
      try {
        this.stream = await navigator.mediaDevices.getUserMedia({
          video: { width: { ideal: 1920 }, height: { ideal: 1080 }, facingMode: this.facing },
        });
        this.$refs.video.srcObject = this.stream;
      } catch (refusal) {
        this.problem = refusal.name === "NotAllowedError" ? "camera-refused" : "camera-absent";
      }
    },
    async take() {
      const video = this.$refs.video;
      const canvas = Object.assign(document.createElement("canvas"), { width: video.videoWidth, height: video.videoHeight });
      canvas.getContext("2d").drawImage(video, 0, 0);
      const picture = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
      this.$refs.dialog.close();
      this.send(picture, `${this.address}?name=${encodeURIComponent(this.words['file-photo'])}`);
    },
    stop() {
      this.stream?.getTracks().forEach((track) => track.stop());
      this.stream = null;
    },
  },
  unmounted() {
    this.stop();
  },
};
