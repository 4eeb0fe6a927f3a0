// Wrong on purpose: this fails wherever it is rendered.
({
  props: ['page'],
  render() {
    return Vue.h('p', this.page.data.discount.toFixed(2))
  },
})
