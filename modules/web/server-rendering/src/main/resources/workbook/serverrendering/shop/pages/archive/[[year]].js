({
  props: ['page'],
  render() {
    const { year } = this.page.params
    return Vue.h('p', year ? `Nothing was sold out in ${year}.` : 'Choose a year.')
  },
})
