import { useEffect, useRef, useState, type RefObject } from 'react';

/** The width a box has on screen, in points, and anew whenever it changes: a drawing then keeps its letters readable. */
export function useWidth(before: number): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(before);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, Math.floor(entry.contentRect.width))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
