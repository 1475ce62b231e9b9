import type { Operation } from "../../../platform/operation.ts";
import declineWish from "./decline-wish.ts";
import dismiss from "./dismiss.ts";
import quarantineArrival from "./quarantine-arrival.ts";
import { quarantine, rawArrival } from "./quarantine-questions.ts";
import recordBounce from "./record-bounce.ts";
import reprocess from "./reprocess.ts";
import routeMail from "./route-mail.ts";
import settleArrival from "./settle-arrival.ts";
import settleDelivery from "./settle-delivery.ts";
import { sentMail, sentMails } from "./sink-questions.ts";
import submitForm from "./submit-form.ts";
import { deliveries, suggestions } from "./ticket-questions.ts";

export const operations = [
	submitForm,
	routeMail,
	settleArrival,
	quarantineArrival,
	quarantine,
	rawArrival,
	reprocess,
	dismiss,
	settleDelivery,
	recordBounce,
	sentMails,
	sentMail,
	declineWish,
	deliveries,
	suggestions,
] as unknown as readonly Operation[];
