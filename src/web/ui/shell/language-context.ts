import { createContext, useContext } from "react";
import type { Language } from "../../../kernel/values.ts";

export const LanguageContext = createContext<{ choose(language: Language): void }>({ choose: () => undefined });

export const useLanguageChoice = () => useContext(LanguageContext);
