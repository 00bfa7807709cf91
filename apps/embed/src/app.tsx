import { useEffect, useState } from "react";
import type { Person } from "../shop/person.ts";
import { loadShop, signIn, signOut, type ShopInfo } from "./api.ts";
import { go } from "./shop/path.ts";
import { Shop } from "./shop/shop.tsx";
import { SignIn } from "./shop/sign-in.tsx";

export function App() {
  const [info, setInfo] = useState<ShopInfo | null>(null);
  useEffect(() => void loadShop().then(setInfo), []);
  if (info === null) return null;
  const setMe = (me: Person | null) => setInfo({ ...info, me });
  const leave = async () => {
    await signOut();
    setMe(null);
    go("/");
  };
  if (info.me === null) return <SignIn people={info.people} onPick={(id) => void signIn(id).then(setMe)} />;
  return <Shop key={info.me.id} me={info.me} chatUrl={info.chatUrl} onLeave={() => void leave()} />;
}
