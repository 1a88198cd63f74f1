// The package ships no types; its lists of words are all that is used.
declare module 'stopword' {
  export const ara: readonly string[];
  export const deu: readonly string[];
  export const eng: readonly string[];
  export const fra: readonly string[];
  export const por: readonly string[];
  export const spa: readonly string[];
}
