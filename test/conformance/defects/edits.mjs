// How a defect of the reference backend's own code is written down, as it was built.

const at = (file) => `packages/server/dist/${file}.js`;

/** An expression that is another one. */
export const expression = (file, find, put) => ({
  file: at(file),
  find,
  put: (is) => `(${is} ? (${put}) : (${find}))`,
});

/** A part of a template, such as SQL. */
export const text = (file, find, put) => ({
  file: at(file),
  find,
  put: (is) => `\${${is} ? ${JSON.stringify(put)} : ${JSON.stringify(find)}}`,
});

/** Anything; IS in what is put tells whether the defect is on. */
export const raw = (file, find, put) => ({
  file: at(file),
  find,
  put: (is) => put.replaceAll('IS', is),
});
