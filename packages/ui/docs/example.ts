import contract from "../../contract/README.md?raw";
import readme from "../README.md?raw";

const blocks = [readme, contract].flatMap((text) => [...text.matchAll(/^```\w+ (\S+\.\w+)\n(.*?)^```$/gms)]);

/** The example of that name in the packages' guides: there the tests compile and run it, so what is shown here works. */
export function example(name: string): string {
  const found = blocks.find(([, file]) => file === name)?.[2];
  if (found === undefined) throw new Error(`The guides have no example ${name}.`);
  return found.trimEnd();
}
