// Reads what Payload.java writes: the browser's half of the codec.
globalThis.Payload = {
  parse(text) {
    const written = JSON.parse(text)
    const special = { '-1': undefined, '-3': NaN, '-4': Infinity, '-5': -Infinity, '-6': -0 }
    if (typeof written === 'number') return special[written]
    const read = []
    const value = index => {
      if (index < 0) return special[index]
      if (index in read) return read[index]
      const slot = written[index]
      if (slot === null || typeof slot !== 'object') return (read[index] = slot)
      if (!Array.isArray(slot)) {
        // Known before its members are read: one of them may be the object itself.
        read[index] = {}
        for (const key of Object.keys(slot)) {
          const own = { value: value(slot[key]), enumerable: true, writable: true, configurable: true }
          Object.defineProperty(read[index], key, own)
        }
        return read[index]
      }
      switch (slot[0]) {
        case 'Date':
          return (read[index] = new Date(slot[1]))
        case 'BigInt':
          return (read[index] = BigInt(slot[1]))
        case 'Set':
          read[index] = new Set()
          slot.slice(1).forEach(member => read[index].add(value(member)))
          return read[index]
        case 'Map':
          read[index] = new Map()
          for (let i = 1; i < slot.length; i += 2) read[index].set(value(slot[i]), value(slot[i + 1]))
          return read[index]
        default:
          read[index] = []
          slot.forEach(member => read[index].push(value(member)))
          return read[index]
      }
    }
    return value(0)
  },
}
