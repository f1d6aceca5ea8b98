// The photo of a page with its lines, or a picture with its faces; takes photos that are dropped and pasted.
import { PICTURES, takingPictures } from "sending";

export default {
  mixins: [takingPictures],
  props: {
    source: String, size: Array, lines: Array, chosen: Number, faces: Array, face: Number, busy: Boolean, words: Object,
  },
  emits: ["line", "face", "camera", "sample"],
  template: `
  <figure class="paper" :style="{ '--ratio': size[0] / size[1] }" v-on="dropping">
   <div class="paper-view" :class="{ empty: !source }">
    <div v-if="source" class="paper-sheet">
      <img :src="source" :alt="words['paper-picture']" draggable="false">
      <button v-for="(box, number) in lines" :key="'line' + number" type="button" class="paper-line" tabindex="-1" aria-hidden="true"
              :class="{ chosen: number === chosen }" :style="place(box)" @click="$emit('line', number)"></button>
      <button v-for="one in faces" :key="'face' + one.number" type="button" class="paper-face" :style="place(one.box)"
              :aria-pressed="String(one.number === face)" :aria-label="one.label" @click="$emit('face', one.number)">
        <span v-if="faces.length > 1" aria-hidden="true">{{ one.number }}</span></button>
    </div>
    <p v-else class="paper-empty"><svg class="drawing" aria-hidden="true"><use href="#sign-paper"></use></svg>{{ words['paper-empty'] }}</p>
    <div v-if="depth > 0" class="stage-veil"><strong>{{ words['paper-drop'] }}</strong></div>
    <div class="stage-working" :class="{ visible: busy }" aria-hidden="true"><i></i></div>
   </div>
   <figcaption class="paper-tools" role="group" :aria-label="words['paper-source']">
     <label class="tool strong" tabindex="-1">
       <svg class="drawing" aria-hidden="true"><use href="#sign-upload"></use></svg><span>{{ words['paper-open'] }}</span>
       <input class="unseen" type="file" :aria-label="words['paper-open']" accept="${PICTURES}" :disabled="busy" @change="picked">
     </label>
     <button type="button" class="tool" :disabled="busy" @click="$emit('camera')">
       <svg class="drawing" aria-hidden="true"><use href="#sign-camera"></use></svg><span>{{ words['paper-camera'] }}</span></button>
     <button type="button" class="tool" :disabled="busy" @click="$emit('sample')">
       <svg class="drawing" aria-hidden="true"><use href="#sign-paper"></use></svg><span>{{ words['paper-sample'] }}</span></button>
   </figcaption>
  </figure>`,
  methods: {
    place([left, top, width, height]) {
      return { left: left + "%", top: top + "%", width: width + "%", height: height + "%" };
    },
    take(file) {
      if (!this.busy) this.send(file);
    },
  },
};
