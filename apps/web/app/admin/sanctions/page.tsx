import { SanctionsScreen } from "./sanctions-screen.tsx";

export const metadata = { title: "Sanctions" };

export default function SanctionsPage() {
  return <SanctionsScreen />;
}
