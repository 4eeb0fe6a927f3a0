({
  props: ['page'],
  render() {
    return Vue.h('p', `There is no page ${(this.page.params.slug ?? []).join('/')}.`)
  },
})
