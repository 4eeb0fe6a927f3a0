// Asks Vue. Arguments: the folder in which it is installed, and what to ask: runtime, compile, names
// or numbers. Standard input: the questions, as a JSON array. Standard output: the answers.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'

const [folder, what] = process.argv.slice(2)
const require = createRequire(path.resolve(folder, 'here.js'))
const questions = JSON.parse(fs.readFileSync(0, 'utf8'))

class MyClass {}
const types = { String, Number, Boolean, Function, Symbol, BigInt, Array, Object, Date, Set, Promise, Error, MyClass, null: null }

// What JSON has no word for is an object with the member $.
const special = {
  undefined: () => undefined,
  number: ({ text }) => Number(text),
  symbol: ({ text }) => Symbol(text),
  bigint: ({ text }) => BigInt(text),
  function: ({ text }) => (0, eval)(`(${text})`),
  date: ({ text }) => new Date(Number(text)),
  set: () => new Set(),
  promise: () => Promise.resolve(),
  error: ({ text }) => new Error(text),
  class: () => new MyClass()
}

const decoded = value => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(decoded)
  if ('$' in value) return special[value.$](value)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decoded(member)]))
}

const encoded = value => {
  switch (typeof value) {
    case 'undefined': return { $: 'undefined' }
    case 'number': return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
    case 'symbol': return { $: 'symbol', text: value.description }
    case 'bigint': return { $: 'bigint', text: String(value) }
    case 'function': return { $: 'function', text: String(value) }
    case 'object':
      if (value === null) return null
      if (Array.isArray(value)) return value.map(encoded)
      if (value instanceof Date) return { $: 'date', text: String(value.getTime()) }
      if (value instanceof Set) return { $: 'set' }
      if (value instanceof Promise) return { $: 'promise' }
      if (value instanceof Error) return { $: 'error', text: value.message }
      if (value instanceof MyClass) return { $: 'class' }
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, encoded(member)]))
    default: return value
  }
}

// A function that has the same source in Java.
const named = (source, made) => Object.assign(made, { toString: () => source })

const declared = props => {
  if (Array.isArray(props)) return props
  return Object.fromEntries(Object.entries(props).map(([name, prop]) => {
    const made = {}
    if (prop.types) made.type = prop.types.length === 1 ? types[prop.types[0]] : prop.types.map(type => types[type])
    for (const flag of ['required', 'skipCheck']) if (flag in prop) made[flag] = prop[flag]
    if ('default' in prop) made.default = decoded(prop.default)
    if ('factory' in prop) made.default = named('factory', () => decoded(prop.factory))
    if ('copies' in prop) made.default = named('copies', props => ({ copied: props[prop.copies] }))
    if ('rejects' in prop) made.validator = (value, props) => !Object.is(props[prop.rejects], value)
    return [name, made]
  }))
}

const runtime = () => {
  const { createRenderer, h, Fragment, ref, nextTick } = require('vue')
  const node = () => ({})
  const { createApp } = createRenderer({
    createElement: node, createText: node, createComment: node, insert() {}, remove() {}, setText() {},
    setElementText() {}, patchProp() {}, parentNode: () => null, nextSibling: () => null
  })
  return async ({ props, given, root }) => {
    let seen
    const component = {
      props: declared(props),
      // The render function reads no attribute: reading them would keep Vue from its warning.
      render() {
        seen = this.$
        return root === 'fragment' ? h(Fragment, [h('i'), h('i')]) : h('i')
      }
    }
    const values = ref(0)
    let warnings = []
    // The slot makes Vue render it again though the same be given.
    const app = createApp({ render: () => h(component, decoded(given[values.value]), { default: () => [] }) })
    app.config.warnHandler = message => warnings.push(message)
    app.mount(node())
    const answers = []
    for (;;) {
      answers.push({ props: encoded({ ...seen.props }), attrs: encoded({ ...seen.attrs }), warnings })
      if (answers.length === given.length) return answers
      warnings = []
      values.value++
      await nextTick()
    }
  }
}

const compile = () => {
  const { parse, compileScript } = require('@vue/compiler-sfc')
  return ({ before, type, destructured, isProd }) => {
    const left = destructured ? `const { ${destructured} } = ` : ''
    const source = `<script setup lang="ts">\n${before ?? ''}\n${left}defineProps<${type}>()\n</script>`
    try {
      const { content } = compileScript(parse(source).descriptor, { id: 'x', isProd })
      const props = content.match(/^  props: \{\n([^]*?)\n  \},?\n/m)
      return { props: props ? props[1].split('\n').map(line => line.trim().replace(/,$/, '')) : [] }
    } catch (error) {
      return { error: error.message.split('\n')[0] }
    }
  }
}

const names = () => {
  const { camelize, hyphenate } = require('@vue/shared')
  return name => ({ camelized: camelize(name), hyphenated: hyphenate(name) })
}

const numbers = () => text => String(Number(text))

const answer = { runtime, compile, names, numbers }[what]()
const answers = []
for (const question of questions) {
  answers.push(await answer(question))
}
process.stdout.write(JSON.stringify(answers))
