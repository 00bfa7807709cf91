import { useEffect, useState } from "react";

type Theme = "light" | "dark";

const key = "kiln:theme";

/** Light or dark: as chosen before, or as the system is. The chat follows the page's `data-theme` by itself. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = localStorage.getItem(key);
    if (kept === "light" || kept === "dark") return kept;
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  });
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return [
    theme,
    (next) => {
      localStorage.setItem(key, next);
      setTheme(next);
    },
  ];
}
