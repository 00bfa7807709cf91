import { english } from "../src/catalogue/english.ts";
import { keyMap, keyNames } from "../src/messenger/key-map.ts";

/** Every key that the kit listens to, as the messenger's own map has it. */
export function KeyMap() {
  return (
    <table>
      <tbody>
        {keyMap.flatMap(({ section, keys }) =>
          keys.map(([what, combinations]) => (
            <tr key={`${section}-${what}`}>
              <td>{english.keys[section]}</td>
              <td>
                {combinations.map((combination) => (
                  <kbd key={combination} style={{ marginInlineEnd: 6 }}>
                    {keyNames(combination, false, english)}
                  </kbd>
                ))}
              </td>
              <td>{english.keys[what]}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
