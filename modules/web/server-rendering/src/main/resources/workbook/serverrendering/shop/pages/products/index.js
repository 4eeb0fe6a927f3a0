({
  props: ['page'],
  render() {
    const link = product =>
      Vue.h('li', [Vue.h('a', { href: `${this.page.base}/products/${product.id}` }, product.name)])
    return Vue.h('ul', this.page.data.products.map(link))
  },
})
