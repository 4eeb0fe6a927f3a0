({
  props: ['page'],
  render() {
    return [
      Vue.h('h1', 'Everything for the corner of your desk'),
      Vue.h('p', [Vue.h('a', { href: this.page.base + '/products' }, 'See what we have')]),
    ]
  },
})
