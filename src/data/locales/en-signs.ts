import type { SignsMessages } from '../../core/messages/signs.js';

/**
 * The words of the signs, in British English. `../signs-sources.ts` says where each comes from.
 *
 * They follow the language guide of 14 November 2024: the abuser is to blame; a child cannot agree to their own abuse; it is "child", not
 * "young adult"; and the place or the person is unsafe, never the child.
 */
export const enSigns: SignsMessages = {
  heading: 'Signs to look out for',
  childHeading: 'Is someone hurting you, or a friend?',
  caution:
    'One sign on its own may be ordinary teenage life. If you see several, or a sudden change, report it. You do not need to be sure.',
  childCaution:
    'One of these on its own may be ordinary. If there are several, or a sudden change, tell someone. You do not need to be sure.',
  signs: {
    missing: ['Going missing or staying out all night', 'A child keeps leaving home or care, or comes back very late.'],
    injuries: [
      'Bruises or other injuries',
      'Cuts, burns or bruises that no one can explain may mean they are being hurt.',
    ],
    drink: ['Drink or drugs', 'Some adults give children drink or drugs to get control of them.'],
    police: ['Trouble with the police', 'A child can be tricked, pushed or scared into breaking the law.'],
    health: [
      'Sexual infections or pregnancy',
      'If this happens more than once, someone may be forcing or tricking a child into sex.',
    ],
    school: ['Missing school', 'Lots of days off, or leaving early, can mean someone is keeping them away.'],
    gifts: [
      'Gifts or money no one can explain',
      'New phones, clothes or cash may come from someone who wants something back.',
    ],
    others: ['Bringing other children along', 'A child may be told or made to bring friends to meet the same people.'],
    low: ['Feeling very low or scared', 'A child may seem very sad, jumpy, angry or shut off.'],
    'self-harm': [
      'Hurting themselves',
      'Cutting, burning or other self-harm can be a way to cope with what is being done to them.',
    ],
    looks: ['A change in how they look', 'They may dress in a very different way, stop washing or look worn out.'],
    older: ['Much older friends', 'A much older friend, girlfriend or boyfriend seems to be in charge.'],
    online: [
      'Sexual bullying, or pressure online',
      'Someone may push a child for nude photos, or make friends online to get close to them.',
    ],
    family: [
      'Cut off from family',
      'A child pulls away from home. Someone may be turning them against people who care.',
    ],
  },
  urgent: (emergency) => `In danger now: call ${emergency}. Finding it hard to cope? Someone will listen:`,
  sections: {
    look: 'Where you work, look out for',
    also: 'Look out for these too',
    do: 'What to do',
    dont: 'What not to do',
    keep: 'What to keep',
    law: 'The law',
    fault: 'It is not your fault',
    talk: 'Who you can talk to',
    secret: 'What they can keep to themselves',
  },
  counted: (heading, count) => `${heading} (${count})`,
  pairs: {
    do: 'What to do, and what not to do',
    keep: 'What to keep, and the law',
  },
  points: {
    hotel1: 'An adult books a room and hides the child, or seems secretive.',
    hotel2: 'They pay only in cash. They have no card or ID, and few bags.',
    hotel3: 'They walk in at the last minute, or give a local address.',
    hotel4: 'They ask for a room that is out of the way.',
    hotel5: 'They will not let staff clean, or hang up “Do not disturb” for a long time.',
    hotel6: 'Many adults go to one room. Or callers know the room number but not a name.',
    hotel7: 'A child looks scared, drunk or lost, or seems to have been told what to say.',
    hotel8: 'The name at the desk is not the name on the booking.',
    hotel9: 'In a room with under-18s there are condoms, drug items or a bar tab paid up front. Or bedding is missing.',
    hotel10: 'A child waits around, or is dressed to look older.',

    licensed1: 'Adults buy drinks for someone who looks under 18.',
    licensed2: 'An adult comes in a lot, each time with different young people.',
    licensed3: 'An adult on their own goes after young customers.',
    licensed4: 'A child is with a group of older people, and is scared or very drunk.',
    licensed5: 'An adult touches or kisses a child.',
    licensed6: 'Very young people get in free, or are treated as VIPs.',
    licensed7: 'Young people are taken to toilets, booths, gardens or out to cars.',
    licensed8: 'At the off-licence, someone buys drink for a child.',
    licensed9: 'Gifts, cash or phones are handed over.',
    licensed10: 'Adults wait outside at closing time.',

    taxi1: 'Children are taken to hotels, parties or B&Bs at odd times.',
    taxi2: 'Children are moved from car to car.',
    taxi3: 'The fare is paid by an adult who is not in the car.',
    taxi4: 'The same adult sends one child, then a different one.',
    taxi5: 'A child is upset, hurt, drunk or drugged.',
    taxi6: 'A child gets lots of calls or texts that say where to go.',
    taxi7: 'A child travels in school time or late at night, or is lost.',
    taxi8: 'An adult talks about sex to a child, or touches them in a sexual way.',
    taxi9: 'Someone offers sex to pay the fare.',
    taxi10: 'There are lots of trips to the same address.',

    takeaway1: 'Adults give children free food, drinks, vapes or cigarettes.',
    takeaway2: 'Adults make friends with children who are on their own.',
    takeaway3: 'A child waits for a long time, late at night.',
    takeaway4: 'A child is called outside to cars.',
    takeaway5: 'An older person gives a child orders and controls them.',
    takeaway6: 'Children are upstairs, or in staff areas.',
    takeaway7: 'Staff ask children for their numbers, or for favours.',
    takeaway8: 'A child has cash, and more than one phone.',
    takeaway9: 'New faces or groups turn up all of a sudden.',
    takeaway10: 'A child is out alone and seems scared.',

    school1: 'They start to miss school, or leave early.',
    school2: 'They have new friends.',
    school3: 'Their mood changes.',
    school4: 'They have more money, or less.',
    school5: 'They use their phone in a new way.',
    school6: 'Someone meets them at the gate.',
    school7: 'They have gifts that no one can explain.',
    school8: 'They have bruises that no one can explain.',

    professional1: 'They go missing, or are out all night.',
    professional2: 'They have bruises or bites, or hide marks on their skin.',
    professional3: 'They have had drink or drugs. An abuser may have given it to them.',
    professional4:
      'They have had more than one sexual infection. Or they have had more than one pregnancy, miscarriage or abortion.',
    professional5: 'They miss a lot of school.',
    professional6: 'Their mood swings, or they seem like a different person.',
    professional7: 'They hurt themselves, or have lost hope.',
    professional8: 'Their weight changes, or how they dress or wash.',
    professional9: 'A much older “friend” seems to be in charge.',
    professional10: 'They hide what they do on their phone.',

    parent1: 'They stay in touch with someone in secret.',
    parent2: 'They have new adult “friends”.',
    parent3: 'They are scared when the phone goes.',

    note: 'Write it down at once: the day, time and place, the names you heard, how people looked, and what they said and did.',
    vehicles: 'For a car, write down the number plate, make, model and colour, and which way it went.',
    manager: 'Tell the manager on duty. If a child is in danger, do not wait for them.',
    near: 'If it is safe, keep the child in sight, where there are staff. Be kind and listen. Believe them. Do not promise to keep it secret.',
    small: 'Report small things too. What you saw may complete the picture.',
    again: 'If it happens again, report it again.',
    honest: 'You only need to be worried. No one gets in trouble for an honest worry.',
    id: 'Keep to your ID rules, for every guest in the room.',
    night: 'Tell the night staff. Make sure the cleaners know what to look for.',
    ages: 'Check ages, as in Challenge 25.',
    refuse: 'Refuse the sale, and write it in the refusal book.',
    door: 'Tell the door staff.',
    address: 'Get a full address.',
    trips: 'Write down the time, the pick-up and the drop-off.',
    controller: 'Tell your controller. If a child is in danger, do not wait for them.',
    'refused-trip':
      'If you refuse a trip, tell someone who can help. It could be door staff, a hospital or the police. Then log it.',
    'back-seat': 'Children sit in the back.',
    'back-rooms': 'Keep back rooms shut to the public.',
    whistle: 'Report a worry about staff too. The NSPCC has a whistleblowing line.',
    lead: 'Tell your safeguarding lead the same day.',
    straight: 'You can go straight to Children’s Services. If there is danger, call the police.',
    record: 'Write down what the child says, in their own words.',
    'part-one': 'All staff must read Part One of “Keeping Children Safe in Education 2026” in full.',
    calm: 'Stay calm.',
    blameless: 'Say that it is not their fault.',
    listen: 'Listen more than you ask.',
    names: 'Write down names, cars and usernames.',
    gone: 'If your child is missing, call the police at once. Do not wait 24 hours.',
    'tell-school': 'Tell the school.',
    support: 'Ask for support. The Ivison Trust and the NSPCC can help.',

    accuse: 'Do your normal checks, but do not accuse anyone.',
    question: 'Do not press the child with questions. Do not suggest answers.',
    pictures: 'Never take, copy or send a sexual picture of a child. Do not take a screenshot of one.',
    alone: 'Do not put a drunk child out alone.',
    gifts: 'Never give a child gifts, food or your number.',
    promise: 'Do not promise to keep it secret.',
    nudes: 'Do not look at or copy a nude picture of a child.',

    cards: 'Registration cards and key-card logs.',
    refusals: 'The refusal book.',
    log: 'Trip logs.',
    cctv: 'CCTV.',
    bookings: 'Records of bookings and of how people paid.',
    till: 'Till records, and how people paid.',
    book: 'An incident book.',
    where: 'Write down where you keep all of this.',
    'own-words': 'What the child said, in their own words.',
    notes: 'Your notes: who, where, when, and what you saw or heard.',

    'hotel-law':
      'Sometimes a police inspector has good reason to think that a hotel is used for child sexual exploitation, or will be. Then they can give it a written notice. For up to six months, police can then ask for the names and addresses of guests. (Section 116, Anti-social Behaviour, Crime and Policing Act 2014)',
    'licensed-law':
      'One aim of the law is to protect children from harm. That means harm to body, mind or morals. A licence can be reviewed. (Licensing Act 2003)',
    'taxi-law':
      'Those who give out taxi licences are expected to ask for safeguarding training. (Department for Transport standards, July 2020)',

    fault1: 'Someone may trick you, push you or make you do a sexual thing. They are to blame. You are not.',
    fault2: 'No child can agree to being abused. It is not your fault, even if you said yes.',
    fault3: 'It is not your fault if they gave you gifts, money, drink or drugs.',
    fault4: 'It can happen online, even if you never meet them.',
    fault5:
      'It can happen to boys and to girls. It can happen to a child who is disabled. It can happen to a child from any background.',
    talk1: 'Childline: you can talk about anything you like.',
    talk2: 'SafeCall: if you are away from home, thinking of leaving, or not safe.',
    talk3: 'Samaritans: if you find it hard to cope.',
    talk4: 'Shout: if you would rather text.',
    talk5: 'Staff at your school.',
    talk6: 'The police. In danger, they can act at once.',
    talk7: 'Fearless: if you know about a crime.',
    talk8: 'Report Remove: if there is a nude picture of you online. You can ask for it to be taken down.',
    secret1: 'Childline: what you say stays private. That can change if a child is in serious danger.',
    secret2:
      'Samaritans: you do not have to give your name. They may share it if they know who you are and you are not safe.',
    secret3: 'Fearless: you do not have to give your name.',
    secret4: 'SafeCall: you can ask not to give your name.',
    secret5: 'Report Remove: you need a Childline account. It is very private, but not fully anonymous.',
    secret6:
      'Staff at your school: they cannot promise to keep it secret. They tell the person whose job is to keep children safe.',
    secret7: 'The police: they do not promise to keep your name out of it.',
    secret8: 'A phone or computer that you share may show who you called or what you read.',
  },
  tell: (emergency, number, team) =>
    `Danger now: call ${emergency}. If not${number ? `, call ${number}` : ''}${
      team ? ` and say “${team}” and` : ', say'
    } “child sexual exploitation”.`,
};
