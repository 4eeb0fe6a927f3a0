({
  props: ['page'],
  render() {
    return Vue.h('section', [Vue.h('h1', 'Our products'), this.$slots.default()])
  },
})
