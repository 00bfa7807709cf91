import { createRoot } from "react-dom/client";
import "@chat/ui/styles.css";
import { ListStage } from "./list-stage.tsx";

const root = document.querySelector("#root");
if (root) createRoot(root).render(<ListStage />);
