import account from "./account.ts";
import agreement from "./agreement.ts";
import app from "./app.ts";
import call from "./call.ts";
import desk from "./desk.ts";
import fields from "./fields.ts";
import mail from "./mail.ts";
import palette from "./palette.ts";
import people from "./people.ts";
import queue from "./queue.ts";
import refusals from "./refusals.ts";
import replies from "./replies.ts";
import report from "./report.ts";
import secondLevel from "./second-level.ts";
import signIn from "./sign-in.ts";
import ticket from "./ticket.ts";
import time from "./time.ts";
import training from "./training.ts";
import why from "./why.ts";
import words from "./words.ts";

export default {
	account,
	agreement,
	app,
	call,
	desk,
	fields,
	mail,
	palette,
	people,
	queue,
	refusals,
	replies,
	report,
	secondLevel,
	signIn,
	ticket,
	time,
	training,
	why,
	words,
};
