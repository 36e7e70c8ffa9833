import "./style/base.css";
import "./style/shell.css";
import "./style/overview.css";
import "./style/map.css";
import "./style/print.css";
import { render } from "preact";
import { App } from "./app";

const root = document.getElementById("app");
if (root) render(<App />, root);
