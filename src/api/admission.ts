/** A bounded queue in front of the solver: who finds it full is told to come back instead of waiting without end. */
export interface Admission {
  /** Takes a place and returns how to leave it; null when every place is taken. */
  readonly enter: () => (() => void) | null;
}

export function createAdmission(places: number): Admission {
  let taken = 0;
  return {
    enter: () => {
      if (taken >= places) return null;
      taken += 1;
      let left = false;
      return () => {
        if (!left) taken -= 1;
        left = true;
      };
    },
  };
}
