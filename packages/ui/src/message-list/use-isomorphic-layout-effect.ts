"use client";

import { useEffect, useLayoutEffect } from "react";

/** A layout effect that is silent on the server, where React 18 would warn. */
export const useIsomorphicLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;
