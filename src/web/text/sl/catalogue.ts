import app from "./app.ts";
import refusals from "./refusals.ts";
import time from "./time.ts";
import words from "./words.ts";

export default { app, refusals, time, words };
