declare module "*?raw" {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- So does the bundler give a file's text.
  export default text;
}
