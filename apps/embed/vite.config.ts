import tailwind from "@tailwindcss/postcss";
import { defineConfig } from "vite";

export default defineConfig({
  // Only here, where the kit is used as source: the package on npm brings one compiled sheet.
  css: { postcss: { plugins: [tailwind()] } },
});
