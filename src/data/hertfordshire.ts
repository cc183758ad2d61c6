import type { Directory } from "../core/directory.js";

/** The day the facts below were copied from public pages. No owner has confirmed any of them yet. */
const gathered = "2026-11-23";

/**
 * Who can be told in Hertfordshire, how and when.
 *
 * Facts only. To change one: change it here, put where you read it under `sources`, set `gathered` to the day you read it,
 * or `confirmed` to the day its owner confirmed it, and run `npm run directory`. What is not known is left out.
 */
export const hertfordshire: Directory = {
  area: { name: "Hertfordshire", code: "E10000015" },
  staleAfter: 180,
  // England and Wales. alsoUncertain: holidays at a weekend, which have a substitute day in the list above
  bankHolidays: {
    dates: [
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-04",
      "2026-05-25",
      "2026-08-31",
      "2026-12-25",
      "2026-12-28",
      "2027-01-01",
      "2027-03-26",
      "2027-03-29",
      "2027-05-03",
      "2027-05-31",
      "2027-08-30",
      "2027-12-27",
      "2027-12-28",
      "2028-01-03",
      "2028-04-14",
      "2028-04-17",
      "2028-05-01",
      "2028-05-29",
      "2028-08-28",
      "2028-12-25",
      "2028-12-26",
    ],
    alsoUncertain: ["2026-12-26", "2027-12-25", "2027-12-26", "2028-01-01"],
    through: "2028-12-31",
  },
  emergency: "police-999",
  children: "childline",
  finder: "govuk-report-child-abuse",

  questions: [
    {
      id: "who",
      answers: [
        { id: "under-19", audiences: ["children", "young-people"] },
        { id: "parent", audiences: ["adults", "parents"] },
        { id: "business", audiences: ["adults", "businesses"] },
        { id: "professional", audiences: ["adults", "professionals"] },
        { id: "other" },
        { id: "not-sure" },
      ],
    },
    {
      id: "where",
      answers: [
        {
          id: "local",
          areas: ["local", "england", "great-britain-railways", "uk"],
        },
        { id: "england", areas: ["england", "great-britain-railways", "uk"] },
        { id: "wales", areas: ["wales", "great-britain-railways", "uk"] },
        { id: "scotland-ni", areas: ["scotland", "northern-ireland", "uk"] },
        {
          id: "online",
          areas: ["local", "england", "great-britain-railways", "uk"],
        },
        {
          id: "railway",
          areas: ["local", "england", "great-britain-railways", "uk"],
        },
        {
          id: "not-sure",
          areas: ["local", "england", "great-britain-railways", "uk"],
        },
      ],
    },
    {
      id: "name",
      answers: [{ id: "give" }, { id: "anonymous" }, { id: "not-sure" }],
    },
  ],

  advice: [{ when: { who: ["professional"] }, id: "safeguarding-lead" }],

  // Read from the top: anonymous, then place, then who, then the national lines that close every list.
  routes: [
    {
      when: { name: ["anonymous"], who: ["under-19"] },
      contacts: ["fearless"],
      reason: "anonymous",
    },
    {
      when: { name: ["anonymous"] },
      unless: { who: ["under-19"] },
      contacts: ["crimestoppers"],
      reason: "anonymous",
    },

    { when: { where: ["online"] }, contacts: ["ceop"], reason: "online" },
    {
      when: { where: ["online"], who: ["under-19"] },
      contacts: ["report-remove"],
      reason: "online",
    },
    { when: { where: ["online"] }, contacts: ["iwf"], reason: "online" },
    {
      when: { where: ["railway"] },
      contacts: ["british-transport-police"],
      reason: "railway",
    },
    {
      when: { where: ["england"] },
      contacts: ["govuk-report-child-abuse", "police-101"],
      reason: "england",
    },
    { when: { where: ["wales"] }, contacts: ["police-101"], reason: "wales" },

    {
      when: { who: ["under-19"] },
      contacts: [
        "childline",
        "herts-police",
        "missing-people-safecall",
        "fearless",
        "crimestoppers",
      ],
      reason: "under-19",
    },
    {
      when: { who: ["parent"] },
      contacts: [
        "herts-childrens-services",
        "herts-police",
        "nspcc-helpline",
        "crimestoppers",
      ],
      reason: "parent",
    },
    {
      when: { who: ["business"] },
      contacts: [
        "herts-police",
        "crimestoppers",
        "herts-childrens-services",
        "modern-slavery-helpline",
      ],
      reason: "business",
    },
    {
      when: { who: ["professional"] },
      contacts: [
        "herts-childrens-services",
        "herts-police",
        "nspcc-helpline",
        "nspcc-whistleblowing",
      ],
      reason: "professional",
    },
    {
      when: { who: ["other", "not-sure"] },
      contacts: [
        "herts-police",
        "herts-childrens-services",
        "crimestoppers",
        "nspcc-helpline",
        "govuk-report-child-abuse",
      ],
      reason: "anyone",
    },

    { contacts: ["crimestoppers"], reason: "national" },
    {
      when: { who: ["under-19"] },
      contacts: ["childline"],
      reason: "national",
    },
    {
      unless: { who: ["under-19"] },
      contacts: ["nspcc-helpline"],
      reason: "national",
    },
    { contacts: ["modern-slavery-helpline"], reason: "national" },
    {
      when: { who: ["business"] },
      contacts: ["nspcc-whistleblowing"],
      reason: "business",
    },
  ],

  support: [
    {
      when: { who: ["under-19"] },
      contacts: [
        "samaritans",
        "shout",
        "missing-people-safecall",
        "rape-crisis-247",
      ],
      reason: "under-19",
    },
    {
      unless: { who: ["under-19"] },
      contacts: [
        "samaritans",
        "shout",
        "victim-support",
        "herts-beacon",
        "nhs-sarc",
        "rape-crisis-247",
        "stop-it-now",
        "ivison-trust",
      ],
      reason: "anyone",
    },
  ],

  contacts: [
    {
      id: "police-999",
      name: "Police emergency",
      description:
        "A child is at risk of harm, a crime is going on, or someone who may hurt a child is close by.",
      audiences: ["anyone"],
      areas: ["uk"],
      anonymity: "no",
      anonymityNote: "A 999 call shows your number or place.",
      gathered,
      sources: [
        "Ofcom, emergency video relay: https://www.ofcom.org.uk/phones-and-broadband/accessibility/emergency-video-relay/",
        "Ofcom evaluation, 2025-05-30: https://www.ofcom.org.uk/phones-and-broadband/accessibility/ex-post-evaluation-of-our-emergency-video-relay-regulation",
        "East of England Ambulance (text and relay): https://www.eastamb.nhs.uk/your-service/contacting-999-with-speech-or-hearing-impairment.htm",
        "Kael Tripton explainer on 999 SMS, 2026-06-05: https://www.kaeltripton.com/telecoms/emergency-sms-deaf-users-uk/",
      ],
      channels: [
        { type: "phone", value: "999", free: true, hours: "always" },
        { type: "sms", value: "999", hours: "always" },
        { type: "relay", value: "18000", hours: "always" },
        {
          type: "bsl",
          value: "https://999bsl.co.uk/",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "police-101",
      name: "Police, not an emergency",
      description:
        "Tell the local police about a worry that is not happening right now.",
      audiences: ["anyone"],
      areas: ["england", "wales"],
      anonymity: "not-guaranteed",
      gathered,
      sources: [
        "UKPOL, 101 free from 1 April 2020: https://www.ukpol.org.uk/2020/03/31/101-phone-number-free-from-april-1-2020/",
        "BBC, 2019-05-28: https://www.bbc.co.uk/news/uk-48423791",
        "Mature Times (24 hours): http://www.maturetimes.co.uk/call-999-101/",
        "Cambridgeshire Police accessible contact: https://www.contactcambspolice.uk/Contact/Accessible.aspx",
      ],
      channels: [
        { type: "phone", value: "101", free: true, hours: "always" },
        { type: "relay", value: "18001 101", hours: "always" },
      ],
    },
    {
      id: "herts-police",
      name: "Hertfordshire Police",
      description: "They look into child exploitation in Hertfordshire.",
      audiences: ["anyone", "businesses", "professionals"],
      areas: ["local"],
      anonymity: "not-guaranteed",
      askFor: "Halo",
      gathered,
      sources: [
        "Watford Borough Council (quote HALO): https://www.watford.gov.uk/info/20010/your_environment/203/community_safety/12",
        "Herts for Learning, The Grid, 2023-08-08: https://thegrid.org.uk/safeguarding-and-child-protection/child-protection/specific-safeguarding-issues/child-sexual-and-criminal-exploitation",
        "Hertfordshire Constabulary news, 2022-03-17: https://www.herts.police.uk/news/hertfordshire/2022/march/hertfordshire-constabulary-shows-support-for-national-child-exploitation-awareness-day/",
        "Hitchin Nub News (live chat and report page), about 2025: https://hitchin.nub.news/news/local-news/new-live-chat-service-launched-by-herts-police-256761",
        "Hertfordshire Citizens Academy: https://www.hertscitizensacademy.org/module.php?id=77",
      ],
      channels: [
        { type: "phone", value: "101", free: true, hours: "always" },
        {
          type: "web",
          value: "https://www.herts.police.uk/report",
          use: "report",
          free: true,
        },
        {
          type: "web",
          value: "https://www.herts.police.uk/",
          use: "chat",
          free: true,
        },
      ],
    },
    {
      id: "herts-childrens-services",
      name: "Hertfordshire Children’s Services",
      description:
        "Tell the council that you are worried about a child in Hertfordshire.",
      audiences: ["anyone", "parents", "professionals"],
      areas: ["local"],
      anonymity: "on-request",
      anonymityNote:
        "You need not give a name if you feel strongly. A name helps them get back to you.",
      gathered,
      // the county's councils are due to be replaced in April 2028: check again from spring 2027
      validUntil: "2028-03-31",
      url: "https://www.hertfordshire.gov.uk/cse",
      sources: [
        "Hertfordshire SCP procedures, refreshed 2025-11: https://hertfordshirescp.trixonline.co.uk/chapter/contacts-and-referrals",
        "Three Rivers District Council: https://www.threerivers.gov.uk/services/community-and-living/safeguarding",
        "East Herts District Council (out of hours too): https://www.eastherts.gov.uk/community-and-health/safeguarding-children-and-vulnerable-adults",
        "The Grid, 2020-03-19: http://www.thegrid.org.uk/info/welfare/child_protection/referral/consultation.shtml",
        "Hoddesdon Children’s Centres (out of hours too): http://hoddesdoncc.org.uk/safeguarding",
        "Hertfordshire County Council, page on child sexual exploitation (copy read undated): https://www.hertfordshire.gov.uk/cse",
      ],
      channels: [
        { type: "phone", value: "0300 123 4043", free: false, hours: "always" },
      ],
    },
    {
      id: "govuk-report-child-abuse",
      name: "GOV.UK council finder",
      description: "Find the right council in England from a postcode.",
      audiences: ["anyone"],
      areas: ["england"],
      anonymity: "on-request",
      anonymityNote:
        "The council asks for details. You can choose not to give them.",
      gathered,
      sources: [
        "UseSafeWeb evidence note, checked 2026-08-28",
        "East Cambridgeshire copy of the guidance: https://eastcambs.gov.uk/content/report-child-abuse",
        "Citizens Advice: https://www.citizensadvice.org.uk/family/children-and-young-people/protecting-children/reporting-child-abuse",
        "HMCTS family court code links the same pages",
      ],
      channels: [
        {
          type: "web",
          value: "https://www.gov.uk/report-child-abuse-to-local-council",
          use: "find",
          free: true,
          hours: "always",
        },
        {
          type: "web",
          value: "https://www.gov.uk/report-child-abuse",
          use: "read",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "nspcc-helpline",
      name: "NSPCC Helpline",
      description:
        "For adults who are worried about a child. They can pass the worry on.",
      audiences: ["adults", "parents", "businesses", "professionals"],
      areas: ["uk"],
      anonymity: "on-request",
      anonymityNote:
        "They still pass the worry on if they can tell who the child is and the child is at risk.",
      gathered,
      sources: [
        "Parent Tech Safety help page (number, phone and email hours), links checked 2026-09-21",
        "UseSafeWeb evidence note (number and page), 2026-08-28",
        "NSPCC Learning: https://learning.nspcc.org.uk/research-resources/briefings/preventing-abuse-positions-of-trust",
        "Acemyexam policy (Monday to Friday, 10am to 4pm)",
        "NSPCC older pages: https://safeguardingtool.nspcc.org.uk/what-you-can-do/report-abuse/",
      ],
      channels: [
        {
          type: "phone",
          value: "0808 800 5000",
          free: true,
          hours: {
            weekly: [
              { days: [1, 2, 3, 4, 5], opens: "10:00", closes: "16:00" },
            ],
            bankHolidays: "unknown",
          },
        },
        {
          type: "email",
          value: "help@nspcc.org.uk",
          free: true,
          hours: {
            weekly: [
              { days: [1, 2, 3, 4, 5, 6, 7], opens: "11:00", closes: "16:00" },
            ],
            bankHolidays: "unknown",
          },
          receivedOnlyWhenOpen: true,
        },
        {
          type: "web",
          value:
            "https://www.nspcc.org.uk/about-us/our-services/nspcc-helpline/",
          use: "report",
          free: true,
        },
      ],
    },
    {
      id: "childline",
      name: "Childline",
      description: "Talk in private about anything.",
      audiences: ["children"],
      maximumAge: 18,
      areas: ["uk"],
      anonymity: "on-request",
      anonymityNote:
        "They keep it private unless a child is in serious danger.",
      gathered,
      sources: [
        "UseSafeWeb note, 2026-08-28",
        "Helpline data (open round the clock, under 19s), checked 2026-06-22",
        "East Cambridgeshire copy of GOV.UK (phone bill): https://eastcambs.gov.uk/content/report-child-abuse",
        "Hartlepool Mail, NSPCC column, 2021-11-01",
        "Sunderland Echo, NSPCC column, 2022-08-28",
      ],
      channels: [
        {
          type: "phone",
          value: "0800 1111",
          free: true,
          offBill: true,
          hours: "always",
        },
        {
          type: "web",
          value:
            "https://www.childline.org.uk/get-support/contacting-childline/",
          use: "chat",
          free: true,
        },
      ],
    },
    {
      id: "crimestoppers",
      name: "Crimestoppers",
      description:
        "Say what you know without giving your name. They are not the police.",
      audiences: ["anyone", "businesses"],
      areas: ["uk"],
      anonymity: "yes",
      anonymityNote: "They do not see your number.",
      gathered,
      url: "https://crimestoppers-uk.org/give-information/what-we-do-with-your-information",
      sources: [
        "Crimestoppers contact centre: https://crimestoppers-uk.org/about-the-charity/who-we-are/our-people/our-contact-centre",
        "Crimestoppers, what we do with your information: https://crimestoppers-uk.org/give-information/what-we-do-with-your-information",
        "High Sheriff of Surrey, 2023-02-06: https://www.highsheriffofsurrey.com/2023/02/06/crimestoppers/",
        "The Grid, 2023-08-08",
      ],
      channels: [
        { type: "phone", value: "0800 555 111", free: true, hours: "always" },
      ],
    },
    {
      id: "fearless",
      name: "Fearless",
      description:
        "Crimestoppers for young people. Say what you know without giving your name.",
      audiences: ["children", "young-people"],
      areas: ["uk"],
      anonymity: "yes",
      gathered,
      sources: [
        "Crimestoppers, Fearless news, 2024: https://crimestoppers-uk.org/fearless/news/2024/report-remove",
        "Crimestoppers contact centre: https://crimestoppers-uk.org/about-the-charity/who-we-are/our-people/our-contact-centre",
      ],
      channels: [
        {
          type: "web",
          value: "https://crimestoppers-uk.org/fearless",
          use: "report",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "ceop",
      name: "CEOP Safety Centre",
      description:
        "Report a person who is sexually abusing or grooming a child online.",
      audiences: ["children", "parents", "adults", "professionals"],
      areas: ["uk"],
      anonymity: "no",
      gathered,
      sources: [
        "CEOP, guidance for a concerned adult: https://www.ceop.police.uk/Safety-Centre/Should-I-make-a-report-to-CEOP-YP/Should-I-make-a-report-to-CEOP-concerned-adult/ (through the UseSafeWeb note, 2026-08-28)",
        "CEOP Education: https://www.ceopeducation.co.uk/parents/get-help/reporting-an-incident/",
        "CEOP: https://prod.ceop.police.uk/Safety-Centre/What-happens-when-I-make-a-report-YP/What-happens-when-I-make-a-report-concerned-adult",
      ],
      channels: [
        {
          type: "web",
          value: "https://www.ceop.police.uk/Safety-Centre/",
          use: "report",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "iwf",
      name: "Internet Watch Foundation",
      description:
        "Report sexual pictures or videos of under-18s that you have come across online.",
      audiences: ["anyone"],
      areas: ["uk"],
      anonymity: "yes",
      images: true,
      gathered,
      sources: [
        "IWF questions: https://www.iwf.org.uk/faqs/",
        "IWF report page: https://www.iwf.org.uk/report",
        "Crystaline: https://crystaline.uk/what-happens-when-you-report-an-inappropriate-image-online/",
      ],
      channels: [
        {
          type: "web",
          value: "https://www.iwf.org.uk/report",
          use: "report",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "report-remove",
      name: "Report Remove",
      description:
        "Under 18? Ask for a nude picture or video of you to be taken down.",
      audiences: ["children"],
      maximumAge: 17,
      areas: ["uk"],
      anonymity: "partly",
      anonymityNote:
        "You need a Childline account. It is very private, but not fully anonymous.",
      images: true,
      gathered,
      sources: [
        "Childline (older address): https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove-down/",
        "Fearless, 2024: https://crimestoppers-uk.org/fearless/news/2024/report-remove",
        "Page with the address, checked 2026-09-21",
      ],
      channels: [
        {
          type: "web",
          value:
            "https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove/",
          use: "report",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "missing-people-safecall",
      name: "SafeCall, from Missing People",
      description:
        "For under-25s who are missing, unsafe or being exploited, and for their families.",
      audiences: ["children", "young-people", "parents"],
      maximumAge: 24,
      areas: ["uk"],
      anonymity: "on-request",
      gathered,
      sources: [
        "London Post, SafeCall launch, 2026-01: https://london-post.co.uk/missing-people-launches-safecall-a-lifeline-for-children-and-young-people-at-risk",
        "Independent, launch: https://www.independent.co.uk/news/uk/home-news/missing-people-safecall-campaign-children-b2906645.html",
        "BritBrief (phone, text, chat, seven days): https://www.britbrief.co.uk/health/nhs/safecall-helpline-vital-support-for-missing-uk-children.html",
        "West Midlands Police: https://west-midlands.police.uk/news/working-support-missing-people-and-their-families",
      ],
      channels: [
        { type: "phone", value: "116 000", free: true },
        { type: "sms", value: "116 000", free: true },
        {
          type: "web",
          value: "https://www.missingpeople.org.uk/",
          use: "chat",
          free: true,
        },
      ],
    },
    {
      id: "modern-slavery-helpline",
      name: "Modern Slavery & Exploitation Helpline",
      description:
        "Advice and reporting where someone may be trafficked or exploited.",
      audiences: ["anyone", "businesses"],
      areas: ["uk"],
      anonymity: "on-request",
      anonymityNote: "If a child is at risk they pass the details on.",
      gathered,
      sources: [
        "Helpline: http://www.modernslaveryhelpline.org",
        "Unseen, questions (free, confidential, 365 days): https://www.unseenuk.org/faqs-potential-victims/",
        "Unseen, 2024 funding news: https://www.unseenuk.org/modern-slavery-helpline-wins-1-million-in-funding/",
        "Three Rivers District Council",
      ],
      channels: [
        { type: "phone", value: "08000 121 700", free: true },
        {
          type: "web",
          value: "https://www.modernslaveryhelpline.org/",
          use: "report",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "british-transport-police",
      name: "British Transport Police",
      description:
        "A worry on a train or at a station in England, Scotland or Wales.",
      audiences: ["anyone"],
      areas: ["great-britain-railways"],
      anonymity: "on-request",
      anonymityNote:
        "You can text without a name. They may check the number in some cases.",
      gathered,
      url: "https://www.btp.police.uk/police-forces/british-transport-police/areas/campaigns/How-to-use-our-text-number/",
      sources: [
        "BTP, how to use our text number: https://www.btp.police.uk/police-forces/british-transport-police/areas/campaigns/How-to-use-our-text-number/",
        "BTP questions: https://www.btp.police.uk/advice_and_information/faqs.aspx",
        "Gazette, 2021: https://www.gazette-news.co.uk/news/19400237.train-crime-contact-british-transport-police/",
      ],
      channels: [
        { type: "sms", value: "61016", free: false, hours: "always" },
        { type: "phone", value: "0800 40 50 40" },
      ],
    },
    {
      id: "samaritans",
      name: "Samaritans",
      description: "Someone to listen if you are struggling to cope.",
      audiences: ["anyone"],
      areas: ["uk"],
      anonymity: "yes",
      anonymityNote:
        "If they can tell who a child at risk is, they may share that.",
      gathered,
      sources: [
        "Samaritans: https://www.samaritans.org/how-we-can-help/contact-samaritan/",
        "Civil Society, 2015: https://civilsociety.co.uk/news/samaritans-helpline-now-free-to-call.html",
        "University of Sunderland, 2021",
        "Two pages checked 2026-09-21",
      ],
      channels: [
        {
          type: "phone",
          value: "116 123",
          free: true,
          offBill: true,
          hours: "always",
        },
        { type: "email", value: "jo@samaritans.org", free: true },
      ],
    },
    {
      id: "shout",
      name: "Shout",
      description: "Text someone when you are struggling to cope.",
      audiences: ["anyone"],
      areas: ["uk"],
      anonymity: "yes",
      gathered,
      sources: [
        "Mental Health Innovations: https://mentalhealthinnovations.org/news-and-information/reports-and-research/two-million-conversations/introduction/",
        "Charity Today: https://www.charitytoday.co.uk/mental-health-innovations-delivers-2-3m-value-to-charity-sector/",
        "Civil Society, 2024-08-14: https://civilsociety.co.uk/news/mental-health-charities-merge-with-aim-to-strengthen-early-intervention-offer.html",
      ],
      channels: [
        {
          type: "sms",
          value: "85258",
          word: "SHOUT",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "victim-support",
      name: "Victim Support",
      description: "Help after a crime, whether or not the police know.",
      audiences: ["anyone"],
      areas: ["england", "wales"],
      anonymity: "on-request",
      gathered,
      sources: [
        "Victim Support, 2020: https://www.victimsupport.org.uk/247-support-still-available-victims-crime/",
        "Victim Support press, 2020-04-23: https://www.victimsupport.org.uk/press-releases/victim-support-expands-online-support-help-people-affected-crime/",
        "Ten public code files agree on the number",
      ],
      channels: [
        {
          type: "phone",
          value: "08 08 16 89 111",
          free: true,
          hours: "always",
        },
        {
          type: "web",
          value: "https://www.victimsupport.org.uk/",
          use: "chat",
          free: true,
        },
      ],
    },
    {
      id: "herts-beacon",
      name: "Beacon",
      description:
        "Free help for anyone in Hertfordshire hurt by crime, reported or not.",
      audiences: ["anyone"],
      areas: ["local"],
      anonymity: "on-request",
      gathered,
      sources: [
        "Catch22: https://catch-22.org.uk/resources/hrh-the-princess-royal-visits-beacon-victim-care",
        "Beacon: http://www.hertfordshirebeacon.org/tags/victims-rights",
        "Hertfordshire Commissioner, 2020-02: https://hertscommissioner.org/2020-02-year-of-beacon-launched-as-250000-people-supported-by-hertfordshires-victim-care-centre",
      ],
      channels: [
        {
          type: "web",
          value: "https://www.hertfordshirebeacon.org/",
          use: "read",
          free: true,
        },
      ],
    },
    {
      id: "nhs-sarc",
      name: "Sexual assault referral centres",
      description:
        "Health care and support after rape or sexual assault, with or without the police.",
      audiences: ["anyone"],
      areas: ["england"],
      anonymity: "on-request",
      gathered,
      sources: [
        "NHS England, 2026-02-02: https://www.england.nhs.uk/north-east-yorkshire/2026/02/02/nhs-urges-survivors-of-sexual-assault-to-come-forward-for-specialist-support",
      ],
      channels: [
        {
          type: "web",
          value: "https://www.nhs.uk/sarcs",
          use: "find",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "rape-crisis-247",
      name: "24/7 Rape and Sexual Abuse Support Line",
      description:
        "For people aged 16 and over, after any sexual violence, at any time.",
      audiences: ["young-people", "adults"],
      minimumAge: 16,
      areas: ["england", "wales"],
      anonymity: "yes",
      gathered,
      sources: [
        "Rape Crisis, questions (16 and over, 24 hours, free): https://247sexualabusesupport.org.uk/faqs/",
        "Number: a public code file, 2026",
      ],
      channels: [
        { type: "phone", value: "0808 500 2222", free: true, hours: "always" },
        {
          type: "web",
          value: "https://247sexualabusesupport.org.uk/",
          use: "chat",
          free: true,
          hours: "always",
        },
      ],
    },
    {
      id: "stop-it-now",
      name: "Stop It Now",
      description:
        "Worried about how someone acts sexually towards children, or about your own thoughts.",
      audiences: ["adults", "parents", "professionals"],
      areas: ["uk"],
      anonymity: "yes",
      anonymityNote:
        "If you give details that show who a child at risk is, they pass them on.",
      gathered,
      sources: [
        "Stop It Now helpline: https://www.stopitnow.org.uk/helpline/",
        "How it works: https://www.stopitnow.org.uk/how-we-prevent-child-sexual-abuse/how-the-stop-it-now-helpline-works/",
      ],
      channels: [
        { type: "phone", value: "0808 1000 900", free: true },
        {
          type: "web",
          value: "https://www.stopitnow.org.uk/helpline/",
          use: "chat",
          free: true,
        },
      ],
    },
    {
      id: "ivison-trust",
      name: "Ivison Trust",
      description:
        "Support for parents and carers of children who are exploited. It used to be called Pace.",
      audiences: ["parents"],
      areas: ["england", "wales"],
      anonymity: "on-request",
      gathered,
      sources: [
        "Ivison Trust: https://ivisontrust.org.uk/parents-keep-fighting-for-their-child/",
        "Charlton Manor School (Pace is now Ivison Trust): https://charltonmanorprimary.co.uk/child-sexual-abuse-exploitation",
        "Pace, our story: https://paceuk.info/about-pace/our-story/",
      ],
      channels: [
        {
          type: "web",
          value: "https://ivisontrust.org.uk/",
          use: "read",
          free: true,
        },
      ],
    },
    {
      id: "nspcc-whistleblowing",
      name: "NSPCC Whistleblowing Advice Line",
      description:
        "Your own workplace is not dealing well with a worry about a child.",
      audiences: ["businesses", "professionals"],
      areas: ["uk"],
      anonymity: "on-request",
      gathered,
      sources: [
        "NSPCC: https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/dedicated-helplines/whistleblowing-advice-line/",
        "PACEY, 2016: https://www.pacey.org.uk/news-and-views/news/archive/2016-news/february-2016/new-whistleblowing-advice-line-launched/",
        "Bedfordshire LSCB, 2016",
      ],
      channels: [
        { type: "phone", value: "0800 028 0285", free: true },
        {
          type: "web",
          value:
            "https://www.nspcc.org.uk/keeping-children-safe/reporting-abuse/dedicated-helplines/whistleblowing-advice-line/",
          use: "read",
          free: true,
        },
      ],
    },
  ],
};
