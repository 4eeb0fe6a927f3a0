// Seals a body with Web Crypto, in a browser or in Node.
const bytes = text => new TextEncoder().encode(text)
const base64 = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))

// The public key, and the name that the server knows it by.
export const importKey = async jwk => ({
  kid: jwk.kid,
  key: await crypto.subtle.importKey('jwk', jwk, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['wrapKey'])
})

// target is method and path, as in POST /login.
export const seal = async ({ kid, key }, target, time, value) => {
  const once = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = bytes(`${target}\n${time}\n${kid}`)
  return {
    kid,
    key: base64(await crypto.subtle.wrapKey('raw', once, key, 'RSA-OAEP')),
    iv: base64(iv),
    time,
    data: base64(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, once, bytes(JSON.stringify(value))))
  }
}

// What the server answers to a sealed value.
export const post = async (server, path, value) => {
  const jwk = await (await fetch(new URL('/key', server))).json()
  const sealed = await seal(await importKey(jwk), `POST ${path}`, Date.now(), value)
  const response = await fetch(new URL(path, server), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sealed)
  })
  return { status: response.status, body: await response.json() }
}
