/** The kinds of place that the papers are for. Each is one of the audiences. */
export type Trade = 'hotel' | 'licensed' | 'taxi' | 'takeaway' | 'school';

/**
 * The sentences that only the papers have, in British English. `../papers-sources.ts` says where each comes from.
 *
 * Numbers to call, names of services and words to say are passed in, so that a number changes in one place. All other sentences of the papers
 * are those of the panel and of the signs.
 */
export const enPapers = {
  /** Three ordinary questions for each kind of place, to the adult. */
  'ask-hotel-1': 'Can I see ID for each of you, please?',
  'ask-hotel-2': 'What name is the booking in?',
  'ask-hotel-3': 'What is your home address, please?',
  'ask-licensed-1': 'Can I see ID for each of you, please?',
  'ask-licensed-2': 'Who is this drink for?',
  'ask-licensed-3': 'How old is everyone in your group?',
  'ask-taxi-1': 'What is the full address, please?',
  'ask-taxi-2': 'Who is paying for this trip?',
  'ask-taxi-3': 'What name is the booking in?',
  'ask-takeaway-1': 'Who is this order for?',
  'ask-takeaway-2': 'Is someone coming to meet you?',
  'ask-takeaway-3': 'That part is for staff. Can I help you?',
  unafraid: 'Do not be afraid to ask. It is a normal check.',
  well: 'All is well? Say thank you, and give a “Why did we ask?” card.',
  unsure: (number: string, team: string): string => `Not right? Call ${number}, ask for “${team}”. No need to be sure.`,
  danger: (emergency: string): string =>
    `A child is in danger? Call ${emergency} at once. Do not wait for the manager.`,
  apart: 'Ring out of earshot. Someone else stays near the child.',
  only: (number: string, team: string): string => `Call ${number}. You can say only: “${team}”.`,

  thanks: 'Thank you for your help.',
  'why-hotel': 'We asked for your ID, or asked you a question. It does not mean that you have done wrong.',
  'why-licensed': 'We asked for your ID, or asked you a question. It does not mean that you have done wrong.',
  'why-taxi': 'We asked about your trip. It does not mean that you have done wrong.',
  'why-takeaway': 'We asked you a question. It does not mean that you have done wrong.',
  'who-asks': (campaign: string, area: string): string =>
    `The campaign “${campaign}” asks businesses in ${area} to help keep children safe.`,
  answer: 'When all is well, nothing happens with your answer.',

  any: 'Any child can be sexually exploited. It can be a girl or a boy, from any background.',
  'scene-hotel-1':
    'It is late. A man walks in with a girl and asks for a room at the back. He pays in cash. They have one small bag. The girl looks scared and says nothing.',
  'scene-hotel-2':
    'One room has had “Do not disturb” up for two days. Three men have asked for the room by its number. None of them knew a name. A cleaner has seen a boy in there.',
  'scene-licensed-1':
    'A woman sits with two girls who look about 15. She buys all the drinks. One girl is very drunk and looks scared.',
  'scene-licensed-2':
    'It is closing time. Two men wait outside by a car. A man takes a boy out to them. You have seen this man before, with other boys.',
  'scene-taxi-1':
    'A man pays for a trip but does not come along. You take a girl to a hotel at midnight. Her phone rings all the way. She is upset.',
  'scene-taxi-2':
    'It is a school day. A boy asks for an address that you have been to three times this week. Each time the same man sent a different child.',
  'scene-takeaway-1':
    'Someone who works here gives two girls free food and vapes. It happens most nights. Now he asks for their numbers.',
  'scene-takeaway-2':
    'It is late. A boy has waited here for an hour. He has two phones. A car stops, and someone calls him outside.',
  'scene-school-1':
    'A girl has missed three mornings. She has a new phone and will not say where it came from. Someone in a car meets her at the gate.',
  'scene-school-2':
    'A boy has bruises and new friends. His mood has changed. He starts to tell you something, and asks you to keep it secret.',

  'q-child': 'Who counts as a child?',
  'a-child': 'Anyone under 18.',
  'q-what': 'What is child sexual exploitation?',
  'a-what':
    'Someone uses power over a child. They push, trick or make them do a sexual act. They may give the child things. It can be online.',
  'q-agree': 'The child seems to agree. Is it still abuse?',
  'a-agree': 'Yes. A child cannot agree to being abused. The abuser is to blame.',
  'q-sure': 'Do you need to be sure before you report?',
  'q-danger': 'A child is in danger now. What do you do?',
  'a-danger': (emergency: string): string => `Call ${emergency}. Do not wait for the manager.`,
  'q-tell': 'No one is in danger now, but you are worried. What do you do?',
  'a-tell': (number: string, team: string): string =>
    `Call ${number}. Say “${team}” and “child sexual exploitation”. Tell the manager on duty too.`,
  'q-note': 'What do you write down?',
  'q-hurt': 'A child tells you that they are being hurt. What do you do?',
  'a-hurt': 'Listen. Believe them. Do not promise to keep it secret. Do not press them with questions.',
  'q-look': 'Name three things to look out for in your work.',
  'q-keep': 'What do you keep?',

  locked: 'Keep this sheet locked away. Do not photograph it.',
  written: 'Write only what you saw and heard.',
};

export type PaperLine = keyof typeof enPapers;

/** Titles, labels and instructions of the papers. They state no fact about a service, a sign or the law. */
export const enPaperLabels = {
  /** Shorter than in the panel, because a sheet has no second line for it. */
  askFor: (team: string): string => `ask for “${team}”`,
  language: 'English',
  trades: {
    hotel: 'Hotels and guest houses',
    licensed: 'Pubs, clubs and shops that sell alcohol',
    taxi: 'Taxi and private hire firms',
    takeaway: 'Takeaways, cafés and shops',
    school: 'Schools',
  } satisfies Record<Trade, string>,
  titles: {
    poster: 'Poster for everyone',
    'desk-card': 'It does not feel right. What do I say?',
    'guest-card': 'Why did we ask?',
    briefing: 'Five minutes before the shift',
    'briefing-school': 'Five minutes with all staff',
    checklist: 'Checklist',
    log: 'Incident log and refusal record',
    questions: 'Ten questions, and the answers',
    manager: 'Manager’s page',
    training: 'Record of training',
  },
  offices: {
    hotel: ['Reception', 'Housekeeping and cleaners'],
    licensed: ['Bar and shop counter', 'Door, floor and cleaners'],
    taxi: ['Drivers', 'Controllers and booking office'],
    takeaway: ['Counter', 'Kitchen, back rooms and deliveries'],
    school: ['Staff room'],
  } satisfies Record<Trade, readonly string[]>,
  pocket: {
    hotel: 'Pocket card',
    licensed: 'Pocket card',
    taxi: 'Driver’s card',
    takeaway: 'Pocket card',
    school: 'Pocket card',
  } satisfies Record<Trade, string>,
  /** The three moments of a checklist. */
  moments: {
    hotel: ['Booking in', 'During the stay', 'After leaving'],
    licensed: ['At the door and the bar', 'During the night', 'At closing time, and after'],
    taxi: ['When the trip is booked', 'On the trip', 'After the trip'],
    takeaway: ['At the counter', 'During the evening', 'At closing time, and after'],
    school: ['Before', 'During', 'After'],
  } satisfies Record<Trade, readonly [string, string, string]>,
  /** What a sheet is for, on the contents page. */
  uses: {
    poster: 'Hang it where guests and customers see it.',
    'poster-school': 'Hang it where pupils, parents and visitors see it.',
    office: 'Hang it where staff see it and others do not.',
    'desk-card': 'Keep one at each desk, till or phone.',
    'guest-card': 'Cut into four. Give one to a guest you have asked.',
    'pocket-card': 'Print on both sides, cut into eight. Give one to each member of staff.',
    briefing: 'Read it out before a shift. Do it again with new staff.',
    'briefing-school': 'Read it out when staff meet. Do it again with new staff.',
    checklist: 'Copy it. Use one for each worry.',
    log: 'Copy it. Fill it in by hand and keep it locked away.',
    questions: 'Each member of staff answers the first page. Keep it on file.',
    manager: 'Fill it in, and look at it again on the day it names.',
    training: 'Write down who was trained, and when.',
  },
  campaign: (area: string): string => `For ${area}`,
  look: 'Look out for',
  threeThings: 'Three things to look out for',
  worried: 'Worried, but no danger now?',
  scan: 'More signs, and who to tell',
  tellFirst: 'Tell first',
  extension: 'Extension',
  say: 'Say',
  whatToSay: 'Say to them',
  nameLine: 'Name',
  inYourJob: 'What you may see in your job',
  whoToRing: 'Who to ring',
  askHeading: 'Ask the adult, as you ask anyone',
  askHeadingTakeaway: 'Ask, as you ask anyone',
  answersHeading: 'When you have asked',
  quietHeading: 'Ring without being heard',
  notUrgent: 'If not:',
  whoAsks: 'Who asks us to?',
  whatHappens: 'What happens to your answer?',
  alsoWorried: 'Are you worried about a child?',
  plate: 'Number plate',
  address: 'Address',
  timeAndPlace: 'Time, place',
  who: 'Who',
  points: 'Four points',
  scenes: 'Two made-up scenes to talk through',
  talk: 'What do you see? What do you say? Who do you tell? What do you write down?',
  scene: (number: number): string => `Scene ${number}`,
  day: 'Date',
  time: 'Date and time',
  place: 'Place, room',
  people: 'Who: names, ages, looks',
  vehicle: 'Vehicle, plate',
  saidOrDone: 'What was said or done',
  refused: 'Refused?',
  toldWhom: 'Told whom, and when',
  cctv: 'CCTV kept until',
  staff: 'Your name',
  answers: 'The answers',
  signed: 'Signed',
  premises: 'Name of the business',
  duties: 'What the law and the licence say',
  ifAlcohol: 'If you have a licence to sell alcohol:',
  arrange: 'What has to be in place',
  keepHeading: 'What to keep',
  trained: 'Who is trained',
  trainedHow: ['Number of staff', 'Trained by', 'Last time', 'Next time'],
  hangs: 'Where the sheets are',
  hangsWhere: ['Posters', 'Cards', 'Incident log (locked)'],
  review: 'Look at this page again on',
  name: 'Name',
  job: 'Job',
  trainer: 'Trained by',
  tenQuestions: 'Ten questions answered',
  packTitle: (trade: string): string => `Information pack: ${trade}`,
  contents: 'What is in this pack',
  pages: (count: number): string => `${count} ${count === 1 ? 'page' : 'pages'}`,
  howToPrint: 'How to print it',
  cardSteps: [
    'Print the pocket cards on both sides, and turn the paper on its long edge.',
    'Cut along the broken lines.',
  ],
  printSteps: [
    'Choose paper size A4 and 100% or “actual size”, not “fit to page”.',
    'Black and white is enough: every sheet can be read without colour.',
    'When the day at the foot of a sheet has passed, take it down and print a new one.',
  ],
  back: 'the other side',
  cutAndTurn: 'Print both pages on one sheet, turned on its long edge. Cut along the broken lines.',
  lawQuestion: 'What does the law say?',
  draft: 'Draft: not yet read by the Halo team',
  agreed: (by: string, day: string): string => `Words agreed by ${by}, ${day}`,
  version: (version: string): string => `Version ${version}`,
  facts: (day: string): string => `Facts of ${day}, not yet confirmed by the services.`,
  confirmedFacts: (day: string): string => `Facts confirmed by the services, ${day}.`,
  takeDown: (day: string): string => `Take down after ${day}`,
  useUntil: (day: string): string => `Do not use after ${day}`,
  noAddress: 'Sample address: this site has no public address yet.',
  codeFor: (address: string): string => `Code for phones. It opens ${address}`,
  logo: 'Logo of the business',
};

/** The sheets whose words a person of the partnership has agreed, by id, with who did and when. */
export type Agreed = Readonly<Record<string, { readonly by: string; readonly on: string } | undefined>>;

/** Nobody has agreed any words yet. */
export const agreedPapers: Agreed = {};
