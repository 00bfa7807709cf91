import { createRoot } from "react-dom/client";
import "@chat/ui/styles.css";
import { ComposerStage } from "./composer-stage.tsx";
import { ListStage } from "./list-stage.tsx";
import { PlayerStage } from "./player-stage.tsx";

const stages = { list: ListStage, composer: ComposerStage, player: PlayerStage };
const name = new URLSearchParams(location.search).get("stage") ?? "list";
const Stage = stages[name as keyof typeof stages];
const root = document.querySelector("#root");
if (root) createRoot(root).render(<Stage />);
