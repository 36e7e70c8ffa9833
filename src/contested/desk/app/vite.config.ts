import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

// The built files go into the package, beside the server that hands them out.
export default defineConfig({
  plugins: [preact()],
  base: "/",
  build: {
    outDir: "../static",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    // Nothing inline: the server's content policy forbids it.
    assetsInlineLimit: 0,
    // The licences of everything bundled go with it.
    license: { fileName: "licenses.md" },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8765" } },
});
