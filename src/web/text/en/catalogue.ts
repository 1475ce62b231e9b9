import type { Catalogue } from "../speech.ts";
import app from "./app.ts";
import refusals from "./refusals.ts";
import time from "./time.ts";
import words from "./words.ts";

const en: Catalogue = { app, refusals, time, words };
export default en;
