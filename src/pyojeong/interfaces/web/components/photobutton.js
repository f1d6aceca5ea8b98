// A button that sends a picture file away; pictures may also be pasted.
import { PICTURES, takingPictures } from "sending";

export default {
  mixins: [takingPictures],
  props: { words: Object },
  template: `
  <label class="tool strong" tabindex="-1">
    <svg class="drawing" aria-hidden="true"><use href="#sign-upload"></use></svg><span>{{ words['sticker-photo'] }}</span>
    <input class="unseen" type="file" :aria-label="words['sticker-photo']" accept="${PICTURES}" @change="picked">
  </label>`,
};
